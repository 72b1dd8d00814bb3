import { onStarterGone } from './starter.ts'

/** npm and a terminal both pass Ctrl-C on: two signals this close are one key press. */
const ECHO_MS = 300

/**
 * The first SIGINT or SIGTERM aborts what runs and lets it end cleanly; the next one calls `quit`.
 * That npm, having started us, is gone counts as a signal: it may not have been able to pass one on.
 */
export function interruptible(quit: () => void): AbortSignal {
  const controller = new AbortController()
  let first = 0
  const interrupt = () => {
    if (!controller.signal.aborted) {
      first = performance.now()
      controller.abort()
    } else if (performance.now() - first > ECHO_MS) quit()
  }
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, interrupt)
  onStarterGone(interrupt)
  return controller.signal
}
