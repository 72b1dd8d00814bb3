import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { execa } from 'execa'
import type { Log } from '../terminal/log.ts'
import { errorLine } from './error-line.ts'

/** Electron's program, or the one line why there is none. */
export type Electron = { program: string } | { reason: string }

const PROGRAM: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/** The one that `ELECTRON_OVERRIDE_DIST_PATH` names, else the package's own, fetched at its first use. */
export async function findElectron(
  context: { log: Log; signal: AbortSignal },
  env: NodeJS.ProcessEnv = process.env,
): Promise<Electron> {
  const name = PROGRAM[process.platform] ?? 'electron'
  if (env.ELECTRON_OVERRIDE_DIST_PATH) {
    const program = join(env.ELECTRON_OVERRIDE_DIST_PATH, name)
    return existsSync(program) ? { program } : { reason: `ELECTRON_OVERRIDE_DIST_PATH holds no ${name}` }
  }
  const folder = electronPackage()
  if (!folder) return { reason: 'Electron is not installed' }
  const program = join(folder, 'dist', name)
  if (await isComplete(folder)) return { program }
  const failure = await fetchElectron(folder, context)
  return failure === null && existsSync(program)
    ? { program }
    : { reason: `Electron could not be fetched (${failure ?? 'its archive holds no program'})` }
}

function electronPackage(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return null
  }
}

async function isComplete(folder: string): Promise<boolean> {
  const [unpacked, wanted] = await Promise.all([
    readFile(join(folder, 'dist', 'version'), 'utf8').catch(() => null),
    readFile(join(folder, 'package.json'), 'utf8'),
  ])
  return (
    unpacked?.trim().replace(/^v/, '') === JSON.parse(wanted).version && existsSync(join(folder, 'path.txt'))
  )
}

/** Runs the package's own installer; null when it succeeded, else why not. */
async function fetchElectron(
  folder: string,
  { log, signal }: { log: Log; signal: AbortSignal },
): Promise<string | null> {
  log.write('info', 'Fetching Electron, about 110 MB, once…')
  const result = await execa(process.execPath, [join(folder, 'install.js')], {
    reject: false,
    cancelSignal: signal,
    stdin: 'ignore',
    timeout: 15 * 60_000,
  })
  if (!result.failed) return null
  if (result.timedOut) return 'it took longer than 15 minutes'
  if (/fetch failed/.test(result.stderr)) return 'its download site cannot be reached'
  return errorLine(result.stderr) ?? result.shortMessage ?? 'unknown reason'
}
