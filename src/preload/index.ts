import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { ServerMessage } from '../pipeline/protocol.ts'
import type { CineBridge, MenuCommand } from './bridge.ts'
import { CHANNELS, LANGUAGE_SWITCH } from './channels.ts'

const listeners = new Set<(message: ServerMessage) => void>()
/** Said before the page listened, so that a listener always learns how the engine is. */
let lastStatus: ServerMessage = { type: 'host', status: 'starting', error: null }

ipcRenderer.on(CHANNELS.engine, (_event, message: ServerMessage) => {
  if (message.type === 'host') lastStatus = message
  for (const listener of listeners) listener(message)
})
ipcRenderer.send(CHANNELS.hello)

const cine: CineBridge = {
  transport: 'electron',
  post: (message) => ipcRenderer.send(CHANNELS.engine, message),
  onMessage: (listener) => {
    listeners.add(listener)
    listener(lastStatus)
    return () => listeners.delete(listener)
  },
  pickFiles: () => ipcRenderer.invoke(CHANNELS.pickFiles),
  pickFolder: () => ipcRenderer.invoke(CHANNELS.pickFolder),
  openLake: (recent) => ipcRenderer.invoke(CHANNELS.openLake, recent),
  recentLakes: () => ipcRenderer.invoke(CHANNELS.recentLakes),
  savePdf: (name) => ipcRenderer.invoke(CHANNELS.savePdf, name),
  pickSaveFile: (name) => ipcRenderer.invoke(CHANNELS.pickSaveFile, name),
  onOpenFiles: (listener) => {
    ipcRenderer.on(CHANNELS.openFiles, (_event, paths: string[]) => listener(paths))
    ipcRenderer.send(CHANNELS.openFiles)
  },
  pathForFile: (file) => webUtils.getPathForFile(file),
  language: process.argv.includes(`${LANGUAGE_SWITCH}en`) ? 'en' : 'fr',
  setLanguage: (language) => ipcRenderer.send(CHANNELS.language, language),
  onCommand: (listener) => {
    const hear = (_event: unknown, command: MenuCommand) => listener(command)
    ipcRenderer.on(CHANNELS.command, hear)
    return () => ipcRenderer.off(CHANNELS.command, hear)
  },
  notify: (title, body) => ipcRenderer.send(CHANNELS.notify, title, body),
  studioEvents: () => ipcRenderer.invoke(CHANNELS.studioEvents),
  keyStore: () => ipcRenderer.invoke(CHANNELS.keyStore),
  keepKaggleToken: (token) => ipcRenderer.invoke(CHANNELS.keepKaggleToken, token),
  platform: process.platform,
  versions: {
    electron: process.versions.electron ?? '',
    chrome: process.versions.chrome ?? '',
    node: process.versions.node,
  },
}

contextBridge.exposeInMainWorld('cine', cine)
