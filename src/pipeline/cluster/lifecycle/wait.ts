import { setTimeout as sleep } from 'node:timers/promises'
import { throwIfCancelled } from '../../errors.ts'

const INTERVAL_MS = 200

export interface WaitOptions {
  limitMs: number
  signal?: AbortSignal | undefined
}

/**
 * Asks again and again until the answer is not null; what it is when the time is up is for `late` to say.
 * Throws `CANCELLED`, and whatever `ask` throws.
 */
export async function waitFor<T>(
  ask: () => Promise<T | null>,
  { limitMs, signal }: WaitOptions,
  late: () => Error | Promise<Error>,
): Promise<T> {
  const deadline = performance.now() + limitMs
  for (;;) {
    throwIfCancelled(signal)
    const answer = await ask()
    if (answer !== null) return answer
    if (performance.now() > deadline) throw await late()
    await sleep(INTERVAL_MS)
  }
}
