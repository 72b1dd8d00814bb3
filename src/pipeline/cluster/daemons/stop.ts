import { setTimeout as sleep } from 'node:timers/promises'
import { processIdentity } from '../processes/identity.ts'
import type { Running } from './registry.ts'

/** How long a JVM has to end by itself. */
const GRACE_MS = 15_000
const KILL_MS = 5_000
const CHECK_MS = 100

/** How a process ended: by itself before, when asked to, when made to, or not at all. */
export type Ending = 'gone' | 'term' | 'kill' | 'survived'

/**
 * Asks a process to end, and kills it when it has not after the grace period. Its identity is compared
 * before each signal, so that a later process with the same number is never touched.
 */
export async function stopProcess({ pid, identity }: Running, graceMs = GRACE_MS): Promise<Ending> {
  const runs = async () => (await processIdentity(pid)) === identity
  if (!(await runs())) return 'gone'
  send(pid, 'SIGTERM')
  if (await ends(runs, graceMs)) return 'term'
  if (await runs()) send(pid, 'SIGKILL')
  return (await ends(runs, KILL_MS)) ? 'kill' : 'survived'
}

async function ends(runs: () => Promise<boolean>, limitMs: number): Promise<boolean> {
  const deadline = performance.now() + limitMs
  while (await runs()) {
    if (performance.now() > deadline) return false
    await sleep(CHECK_MS)
  }
  return true
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    // Gone meanwhile: just what was wanted.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
