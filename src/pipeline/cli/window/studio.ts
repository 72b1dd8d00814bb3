import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'
import { type Served, serveInBrowser } from './browser.ts'
import { hasDisplay } from './display.ts'
import { showElectronWindow } from './electron-window.ts'

export interface StudioOptions {
  /** The browser version, whatever there is. */
  web?: boolean
  /** Of the browser version. */
  port?: number
}

/**
 * Opens the studio and stays until it is closed or interrupted, which its exit code tells: Electron's window, or the browser version
 * where that cannot be had, saying why in one line. `announce` gets the browser version's link.
 */
export async function openStudio(
  context: Context,
  { web, port }: StudioOptions,
  announce: (served: Served) => Promise<void>,
): Promise<number> {
  if (!web) {
    const reason = hasDisplay() ? await showElectronWindow(context) : 'there is no display'
    if (reason === null) return context.signal.aborted ? EXIT.interrupted : EXIT.done
    context.log.write('warn', `The browser version instead of the window: ${reason}.`)
  }
  await serveInBrowser(context, port === undefined ? {} : { port }, announce)
  return EXIT.interrupted
}
