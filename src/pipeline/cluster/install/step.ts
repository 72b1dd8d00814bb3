import { stripVTControlCharacters } from 'node:util'
import { execa } from 'execa'
import { CineError, throwIfCancelled } from '../../errors.ts'

/** What an installation tells while it goes on. */
export interface InstallProgress {
  /** 0–1. */
  share: number
  message: string
}

export interface InstallContext {
  env: NodeJS.ProcessEnv
  signal?: AbortSignal
  onProgress?: (progress: InstallProgress) => void
}

const LAST_LINES = 400
const UNREACHABLE =
  /connection (refused|reset|timed out)|unknown host|could not transfer|no route to host|network is unreachable|name or service not known|temporary failure in name resolution|NewConnectionError|ConnectTimeoutError|offline mode|no registry offers|timed out/i

/**
 * Runs a program to its end, each line of its output given to `onLine`. Throws `CANCELLED` when it was
 * stopped, `INSTALL_OFFLINE` when it could not reach its registry, `DISK_FULL`, else `INSTALL_FAILED`, with
 * the cause as `causeOf` finds it among its last lines.
 */
export async function runStep(
  context: InstallContext,
  name: string,
  command: readonly [program: string, ...args: string[]],
  options: {
    cwd?: string
    env?: NodeJS.ProcessEnv
    onLine?: (line: string) => void
    causeOf: (lines: readonly string[]) => string | null
  },
): Promise<void> {
  const [program, ...args] = command
  const lines: string[] = []
  const child = execa(program, args, {
    env: { ...context.env, ...options.env },
    extendEnv: false,
    ...(options.cwd ? { cwd: options.cwd } : {}),
    ...(context.signal ? { cancelSignal: context.signal } : {}),
    stdin: 'ignore',
    all: true,
    buffer: false,
    reject: false,
    forceKillAfterDelay: 3000,
  })
  for await (const raw of child.iterable({ from: 'all' })) {
    const line = stripVTControlCharacters(raw).trimEnd()
    lines.push(line)
    if (lines.length > LAST_LINES) lines.shift()
    options.onLine?.(line)
  }
  const { failed, exitCode, originalMessage } = await child
  throwIfCancelled(context.signal)
  if (failed)
    throw failure(name, lines, options.causeOf(lines) ?? originalMessage ?? `it ended with ${exitCode}`)
}

function failure(name: string, lines: readonly string[], cause: string): CineError {
  const details = { step: name, output: lines.slice(-30) }
  const output = lines.join('\n')
  if (/no space left on device/i.test(output)) {
    return new CineError('DISK_FULL', `The disk is full: ${name} could not write what it fetched.`, {
      hint: 'Free about 2 GB, or name another place with CINE_CACHE, then run `cine cluster install` again: it goes on where it stopped.',
      details,
    })
  }
  if (UNREACHABLE.test(cause) || UNREACHABLE.test(lines.slice(-12).join('\n'))) {
    return new CineError('INSTALL_OFFLINE', `${name} could not reach its registry: ${cause}`, {
      hint: 'Check the network (and the proxy or mirror in its own settings), then run `cine cluster install` again: it goes on where it stopped.',
      details,
    })
  }
  return new CineError('INSTALL_FAILED', `${name} failed: ${cause}`, {
    hint: 'Mend that, then run `cine cluster install` again: it goes on where it stopped.',
    details,
  })
}
