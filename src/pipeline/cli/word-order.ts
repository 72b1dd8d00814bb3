import type { Command } from 'commander'

/** What a verb with sub-verbs does when none is named. */
const DEFAULT_SUB_VERB: Readonly<Record<string, string>> = { runs: 'list' }

/**
 * Puts the verb first (and the verb's own sub-verb second), wherever they stand: `cine --limit 5 films` is
 * `cine films --limit 5`. What follows an option that takes a value is that value.
 */
export function verbFirst(program: Command, argv: readonly string[]): string[] {
  const withValue = optionsWithValue(program)
  const [name, rest] = takeWord(argv, withValue)
  if (name === undefined) return rest
  const verb = program.commands.find((each) => each.name() === name)
  if (!verb?.commands.length) return [name, ...rest]
  const [sub, others] = takeWord(rest, withValue)
  const word = sub ?? (asksForHelp(rest) ? undefined : DEFAULT_SUB_VERB[name])
  return word === undefined ? [name, ...others] : [name, word, ...others]
}

/** The first word, before `--`, that is neither an option nor an option's value; and the other words. */
function takeWord(
  argv: readonly string[],
  withValue: ReadonlySet<string>,
): [word: string | undefined, rest: string[]] {
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? ''
    if (word === '--') break
    if (withValue.has(word)) index++
    else if (!word.startsWith('-')) return [word, argv.toSpliced(index, 1)]
  }
  return [undefined, [...argv]]
}

const asksForHelp = (argv: readonly string[]) => argv.includes('--help') || argv.includes('-h')

function optionsWithValue(command: Command): Set<string> {
  const own = command.options.flatMap((option) => (option.required && option.long ? [option.long] : []))
  return new Set([...own, ...command.commands.flatMap((each) => [...optionsWithValue(each)])])
}
