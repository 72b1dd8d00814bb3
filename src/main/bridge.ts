import { type BrowserWindow, dialog, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { EngineClient, EngineSupervisor } from '../pipeline/host/index.ts'
import { CHANNELS } from '../preload/channels.ts'
import type { OpenedFiles } from './opened-files.ts'
import { isOwnFrame } from './origin.ts'
import { pickSaveFile } from './save-dialog.ts'
import { savePdf } from './save-pdf.ts'
import { texts } from './texts.ts'

/** Carries messages between the page of one window and the engine, and opens the file dialogs for it. */
export function bridge(window: BrowserWindow, supervisor: EngineSupervisor, opened: OpenedFiles): void {
  const { webContents } = window
  let client: EngineClient | null = null
  const leave = () => {
    client?.close()
    client = null
    opened.leave()
  }
  const isOurs = (event: IpcMainEvent | IpcMainInvokeEvent) =>
    event.sender === webContents && isOwnFrame(event.senderFrame)

  ipcMain.on(CHANNELS.engine, (event, message: unknown) => {
    if (isOurs(event)) client?.receive(message)
  })
  ipcMain.on(CHANNELS.hello, (event) => {
    if (!isOurs(event)) return
    // A page that says hello is a new one: what the one before it had asked is cancelled.
    leave()
    client = supervisor.connect((message) => {
      if (!webContents.isDestroyed()) webContents.send(CHANNELS.engine, message)
    })
  })
  ipcMain.on(CHANNELS.openFiles, (event) => {
    if (isOurs(event)) opened.listen((paths) => webContents.send(CHANNELS.openFiles, paths))
  })
  webContents.on('render-process-gone', leave)
  window.on('closed', leave)

  ipcMain.handle(CHANNELS.pickFiles, async (event) => {
    if (!isOurs(event)) return []
    const filters = [{ name: texts().sourceFiles, extensions: ['csv', 'tsv', 'gz'] }]
    const properties = ['openFile', 'multiSelections'] as const
    return (await dialog.showOpenDialog(window, { properties: [...properties], filters })).filePaths
  })
  ipcMain.handle(CHANNELS.pickFolder, async (event) => {
    if (!isOurs(event)) return null
    return (await dialog.showOpenDialog(window, { properties: ['openDirectory'] })).filePaths[0] ?? null
  })
  ipcMain.handle(CHANNELS.savePdf, (event, name: unknown) => (isOurs(event) ? savePdf(window, name) : null))
  ipcMain.handle(CHANNELS.pickSaveFile, (event, name: unknown) =>
    isOurs(event) ? pickSaveFile(window, name) : null,
  )
}
