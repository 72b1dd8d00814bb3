import type { Command, CommanderError } from 'commander'
import { CineError } from '../errors.ts'

/** A mistake in the command line, as commander words it, in ours: what is wrong, and the nearest right thing. */
export function usageError(error: CommanderError, program: Command, words: readonly string[]): CineError {
  const group = program.commands.find((each) => each.name() === words[0] && each.commands.length > 0)
  const known = (group ?? program).commands.map((each) => each.name()).filter((name) => name !== 'help')
  const [first = '', ...rest] = error.message.split('\n')
  const suggestion = rest.join(' ').match(/Did you mean (.+)\?\)/)?.[1]
  const sentence = first.replace(/^error: /, '')
  const named = ['cine', ...(group ? [group.name()] : [])].join(' ')
  const missing = error.code === 'commander.help'
  const about = missing || error.code === 'commander.unknownCommand'
  return new CineError(
    'USAGE',
    missing ? `What \`${named}\` is to do was not said.` : sentenceCase(sentence),
    {
      hint: suggestion
        ? `Did you mean ${suggestion}?`
        : about
          ? `There are: ${known.join(', ')}. \`${named} --help\` tells more.`
          : `\`${commandNamed(program, words)} --help\` lists what it takes.`,
      details: suggestion ? { nearest: suggestion.replace(/^one of /, '').split(', ') } : {},
    },
  )
}

/** `cine report talents` of `report talents --top x`: as much of it as there is. */
function commandNamed(program: Command, words: readonly string[]): string {
  const names = [program.name()]
  let command: Command | undefined = program
  for (const word of words) {
    command = command.commands.find((each) => each.name() === word)
    if (!command) break
    names.push(word)
  }
  return names.join(' ')
}

/** A value that the contract refuses is a mistake in the command line too: named by its option. */
export function asUsageError(error: CineError): CineError {
  if (error.code !== 'BAD_REQUEST') return error
  const message = error.message.replace(/^[\w.]+(?=: )/, (path) => optionName(path))
  return new CineError('USAGE', message, {
    hint: 'Correct the value; `cine VERB --help` lists the options.',
    details: error.details,
    cause: error,
  })
}

/** `filters.from_year` → `--from-year`, `filters.genres.0` → `--genre`. */
function optionName(path: string): string {
  const field = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path
  const singular: Record<string, string> = { genres: 'genre', film_id: 'film' }
  return `--${(singular[field] ?? field).replaceAll('_', '-')}`
}

function sentenceCase(text: string): string {
  const upper = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?]$/.test(upper) ? upper : `${upper}.`
}
