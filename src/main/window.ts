import { basename, join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { Language } from '../preload/bridge.ts'
import { LANGUAGE_SWITCH } from '../preload/channels.ts'
import { mark } from './log.ts'
import { pageUrl } from './origin.ts'
import { MINIMUM, placement, readWindowState, writeWindowState } from './window-state.ts'

/** Behind the page until it is drawn, in the two themes: no white flash in the dark. */
const BACKGROUND = { light: '#ffffff', dark: '#1a1b1e' }

export interface WindowOptions {
  lake: string
  /** Where its size and place are kept. */
  profile: string
  language: Language
}

export function createWindow({ lake, profile, language }: WindowOptions): BrowserWindow {
  const state = readWindowState(profile)
  const window = new BrowserWindow({
    ...placement(
      state,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    show: false,
    title: windowTitle(lake),
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: join(import.meta.dirname, '..', 'preload', 'index.cjs'),
      additionalArguments: [`${LANGUAGE_SWITCH}${language}`],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  })
  if (state?.maximised) window.maximize()
  window.on('close', () =>
    writeWindowState(profile, { box: window.getNormalBounds(), maximised: window.isMaximized() }),
  )
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
