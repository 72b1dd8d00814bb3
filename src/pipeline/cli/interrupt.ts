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
  const early = earlySignals()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, interrupt)
    if (early) process.off(name, early.note)
  }
  if (early?.came) interrupt()
  onStarterGone(interrupt)
  return controller.signal
}

/** What came before this file was read (`bin/cine.mjs`). */
function earlySignals(): { came: boolean; note(): void } | undefined {
  return (globalThis as Record<symbol, { came: boolean; note(): void } | undefined>)[
    Symbol.for('cine.early_signals')
  ]
}
