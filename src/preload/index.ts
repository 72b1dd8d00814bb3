import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { ServerMessage } from '../pipeline/protocol.ts'
import type { CineBridge } from './bridge.ts'
import { CHANNELS } from './channels.ts'

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
  openLake: () => ipcRenderer.invoke(CHANNELS.openLake),
  savePdf: (name) => ipcRenderer.invoke(CHANNELS.savePdf, name),
  pickSaveFile: (name) => ipcRenderer.invoke(CHANNELS.pickSaveFile, name),
  pathForFile: (file) => webUtils.getPathForFile(file),
  platform: process.platform,
  versions: {
    electron: process.versions.electron ?? '',
    chrome: process.versions.chrome ?? '',
    node: process.versions.node,
  },
}

contextBridge.exposeInMainWorld('cine', cine)
