import { app, type BrowserWindow, dialog } from 'electron'
import { argumentsFor } from './launch-options.ts'

/** Asks for the folder of another lake, and starts on it when one is chosen. */
export async function chooseLake(window: BrowserWindow): Promise<void> {
  const properties = ['openDirectory', 'createDirectory'] as const
  const { filePaths } = await dialog.showOpenDialog(window, { properties: [...properties] })
  const [lake] = filePaths
  if (lake) startOn(lake)
}

/** A profile and its lock belong to one lake: another is another start. */
export function startOn(lake: string): void {
  app.relaunch({ args: argumentsFor(lake, process.argv) })
  app.quit()
}
