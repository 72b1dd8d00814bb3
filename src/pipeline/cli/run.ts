import { CommanderError } from 'commander'
import { type CineError, cancelled, toCineError, toPayload } from '../errors.ts'
import { type CommonOptions, createContext } from './context.ts'
import { EXIT, exitCodeOf } from './exit-code.ts'
import { createProgram } from './program.ts'
import { asJson, writeOut } from './terminal/output.ts'
import { safeText } from './terminal/safe-text.ts'
import { asUsageError, usageError } from './usage.ts'
import type { Act, Failure } from './verb.ts'
import { verbFirst } from './word-order.ts'

/** Runs one command line (without the program's own name); returns its exit code, everything printed. */
export async function runCommandLine(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const json = wantsJson(argv)
  let exitCode: number = EXIT.done
  let help = ''
  let answered = false
  const act: Act = (work) =>
    async function action() {
      const options = this.optsWithGlobals()
      const context = createContext(options as CommonOptions, signal)
      const { answer, after, ...outcome } = await work(
        context,
        options as Parameters<typeof work>[1],
        this.args,
      )
      exitCode = outcome.exitCode ?? EXIT.done
      if (answer) await writeOut(json ? asJson(answer.json) : `${answer.text()}\n`)
      answered = answer !== undefined
      if (!json) for (const failure of outcome.failures ?? []) tellFailure(failure)
      if (after) exitCode = await after()
    }
  const program = createProgram(act, (text) => {
    help += text
  })
  const words = verbFirst(program, argv)
  try {
    await program.parseAsync(words, { from: 'user' })
    return exitCode
  } catch (thrown) {
    // Help and version were asked for: not a mistake, although commander throws them.
    if (thrown instanceof CommanderError && thrown.exitCode === 0) {
      await writeOut(json ? asJson({ help }) : help)
      return EXIT.done
    }
    const error =
      thrown instanceof CommanderError
        ? usageError(thrown, program, words)
        : asUsageError(toCineError(thrown))
    // One document at most: what goes wrong after the answer is told to people.
    await sayError(error, json && !answered)
    return exitCodeOf(error)
  }
}

export const interruptedDocument = () => asJson({ error: toPayload(cancelled()) })

async function sayError(error: CineError, json: boolean): Promise<void> {
  if (json) await writeOut(asJson({ error: toPayload(error) }))
  else tellFailure(error)
  if (/^debug$/i.test(process.env.ETL_LOG_LEVEL ?? '')) process.stderr.write(`${stackOf(error)}\n`)
}

function tellFailure({ message, hint }: Failure): void {
  process.stderr.write(`error: ${safeText(message)}\n`)
  if (hint) process.stderr.write(`hint: ${safeText(hint)}\n`)
}

function stackOf(error: CineError): string {
  const { cause } = error
  const own = error.stack ?? error.message
  return cause instanceof Error ? `${own}\ncaused by: ${cause.stack ?? cause.message}` : own
}

/** Known before anything is parsed: a mistake in the command line is told as JSON too. */
export function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  return argv.slice(0, end < 0 ? undefined : end).includes('--json')
}
