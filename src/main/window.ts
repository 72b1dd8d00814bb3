import { basename, join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { mark } from './log.ts'
import { pageUrl } from './origin.ts'

/** Behind the page until it is drawn, in the two themes: no white flash in the dark. */
const BACKGROUND = { light: '#ffffff', dark: '#1a1b1e' }

export function createWindow(lake: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 820,
    minWidth: 1100,
    minHeight: 700,
    show: false,
    title: windowTitle(lake),
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: join(import.meta.dirname, '..', 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  })
  // The title says which lake; the page's own would say it less well.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => {
    mark('window-shown')
    window.show()
  })
  window.webContents.once('dom-ready', () => mark('dom-ready'))
  void window.loadURL(pageUrl())
  return window
}

function windowTitle(lake: string): string {
  return `${basename(lake)} — Ciné DataLake Studio`
}
