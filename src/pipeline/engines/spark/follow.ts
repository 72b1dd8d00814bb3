import { setTimeout as sleep } from 'node:timers/promises'
import { type SparkMessage, sparkMessage } from './message.ts'

const INTERVAL_MS = 1000

/**
 * Asks again and again for the last thing that a driver elsewhere has written down, and hands on what is new, until
 * `over` fires. What cannot be read now is asked for again: the job does not depend on it.
 */
export async function followDriver(
  read: () => Promise<string | null>,
  onMessage: (message: SparkMessage) => void,
  over: AbortSignal,
  intervalMs = INTERVAL_MS,
): Promise<void> {
  let last = ''
  while (!over.aborted) {
    const text = await read().catch(() => null)
    const message = text && text !== last && !over.aborted ? sparkMessage(text) : null
    if (message) {
      last = text ?? ''
      onMessage(message)
    }
    await sleep(intervalMs, undefined, { signal: over }).catch(() => {})
  }
}
