import {
  type BrowserWindow,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  ipcMain,
  Notification,
} from 'electron'
import type { Language } from '../preload/bridge.ts'
import { CHANNELS } from '../preload/channels.ts'
import type { KaggleToken } from './kaggle-token.ts'
import { recentEvents } from './log.ts'
import { chooseLake, startOn } from './open-lake.ts'
import { isOwnFrame } from './origin.ts'

export interface Habits {
  /** Lakes opened before, without this one. */
  recent: readonly string[]
  token: KaggleToken
  onLanguage(language: Language): void
}

/** What a page may say; the system cuts longer ones anyway. */
const LONGEST = 300

/** Answers what the page of one window asks of the desktop: other lakes, menus, notifications, the key store. */
export function answerHabits(window: BrowserWindow, { recent, token, onLanguage }: Habits): void {
  const isOurs = (event: IpcMainEvent | IpcMainInvokeEvent) =>
    event.sender === window.webContents && isOwnFrame(event.senderFrame)

  ipcMain.handle(CHANNELS.openLake, async (event, lake: unknown) => {
    if (!isOurs(event)) return
    if (lake === undefined) await chooseLake(window)
    // The page names one that it was given, and no other folder.
    else if (typeof lake === 'string' && recent.includes(lake)) startOn(lake)
  })
  ipcMain.handle(CHANNELS.recentLakes, (event) => (isOurs(event) ? recent : []))
  ipcMain.on(CHANNELS.language, (event, language: unknown) => {
    if (isOurs(event) && (language === 'fr' || language === 'en')) onLanguage(language)
  })
  ipcMain.on(CHANNELS.notify, (event, title: unknown, body: unknown) => {
    if (!isOurs(event) || typeof title !== 'string' || typeof body !== 'string') return
    if (window.isFocused() || !Notification.isSupported()) return
    const notification = new Notification({ title: title.slice(0, LONGEST), body: body.slice(0, LONGEST) })
    notification.on('click', () => {
      window.show()
      window.focus()
    })
    notification.show()
  })
  ipcMain.handle(CHANNELS.studioEvents, (event) => (isOurs(event) ? recentEvents() : []))
  ipcMain.handle(CHANNELS.keyStore, (event) => (isOurs(event) ? token.state() : null))
  ipcMain.handle(CHANNELS.keepKaggleToken, (event, secret: unknown) =>
    isOurs(event) ? token.keep(secret) : null,
  )
}
