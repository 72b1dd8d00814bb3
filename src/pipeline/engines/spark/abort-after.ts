import { setTimeout as sleep } from 'node:timers/promises'

/** A signal that fires after another one, as soon as `first` has ended, and at the latest after `limitMs`. */
export function abortAfter(
  signal: AbortSignal,
  first: () => Promise<void>,
  limitMs: number,
): { signal: AbortSignal; forget(): void } {
  const later = new AbortController()
  const begin = async () => {
    await Promise.race([first().catch(() => {}), sleep(limitMs)])
    later.abort(signal.reason)
  }
  if (signal.aborted) later.abort(signal.reason)
  else signal.addEventListener('abort', begin, { once: true })
  return { signal: later.signal, forget: () => signal.removeEventListener('abort', begin) }
}
