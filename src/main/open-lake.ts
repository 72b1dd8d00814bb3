import { app, type BrowserWindow, dialog } from 'electron'
import { argumentsFor } from './launch-options.ts'

/** Asks for the folder of another lake. A profile and its lock belong to one lake: another is another start. */
export async function openLake(window: BrowserWindow): Promise<void> {
  const properties = ['openDirectory', 'createDirectory'] as const
  const { filePaths } = await dialog.showOpenDialog(window, { properties: [...properties] })
  const [lake] = filePaths
  if (!lake) return
  app.relaunch({ args: argumentsFor(lake, process.argv) })
  app.quit()
}
