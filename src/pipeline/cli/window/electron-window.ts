import { execa } from 'execa'
import { cancelled } from '../../errors.ts'
import type { Context } from '../context.ts'
import { ensureBuilt } from './build.ts'
import { findElectron } from './electron.ts'
import { errorLine } from './error-line.ts'
import { packageRoot } from './package-root.ts'

/** A window that lived less than this and ended badly never opened. */
const STARTED_MS = 10_000
const GRACE_MS = 5000
/** Of what Electron says, how much is looked at when it does not start: the rest is chatter. */
const SAID_CHARACTERS = 20_000

/** Shows the window until it is closed. Returns the one line why it could not be opened, else null. */
export async function showElectronWindow(context: Context): Promise<string | null> {
  const electron = await findElectron(context)
  if (context.signal.aborted) throw cancelled()
  if ('reason' in electron) return electron.reason
  await ensureBuilt(context.log)

  // Chromium refuses its own sandbox to root; there is no way to keep it.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  if (asRoot) context.log.write('warn', 'Run as root: the window has no sandbox.')
  const started = performance.now()
  const electronProcess = execa(
    electron.program,
    [...(asRoot ? ['--no-sandbox'] : []), packageRoot(), '--lake', context.lake],
    {
      reject: false,
      cancelSignal: context.signal,
      forceKillAfterDelay: GRACE_MS,
      stdio: ['ignore', 'ignore', 'pipe'],
      // A window stays open for days: what it says is not kept.
      buffer: false,
      // Electron's own Node may be too old for the engine: this one is not.
      env: { CINE_NODE: process.execPath },
    },
  )
  let said = ''
  electronProcess.stderr.on('data', (chunk: Buffer) => {
    if (said.length < SAID_CHARACTERS) said += chunk
  })
  const { exitCode, signal, shortMessage } = await electronProcess
  if (context.signal.aborted || exitCode === 0) return null
  if (performance.now() - started > STARTED_MS) return null
  return `Electron did not start (${errorLine(said) ?? signal ?? shortMessage})`
}
