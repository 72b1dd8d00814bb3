import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** The lake this window is for: `--lake DIR`, else `CINE_LAKE`, else the default. */
export function chosenLake(argv: string[], env: NodeJS.ProcessEnv, fallback: string): string {
  // Chromium's and Electron's own switches are among the arguments: only ours is looked at.
  const { values } = parseArgs({
    args: argv.slice(1),
    options: { lake: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  })
  const named = typeof values.lake === 'string' && values.lake !== '' ? values.lake : env.CINE_LAKE
  return resolve(named || fallback)
}

/** The arguments that start this program again on another lake. */
export function argumentsFor(lake: string, argv: string[]): string[] {
  const kept: string[] = []
  for (let at = 1; at < argv.length; at++) {
    const argument = argv[at] ?? ''
    if (argument === '--lake') at++
    else if (!argument.startsWith('--lake=')) kept.push(argument)
  }
  return [...kept, '--lake', lake]
}

/** Electron locks a profile, not a lake: a profile a lake makes it one window a lake. */
export function profileFolder(appData: string, lake: string): string {
  const key = createHash('sha256').update(lake).digest('hex').slice(0, 16)
  return join(appData, 'cine-datalake-studio', key)
}
