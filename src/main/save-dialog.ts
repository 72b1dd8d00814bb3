import { basename, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { texts } from './texts.ts'

/**
 * Asks where to save a file of this name; null when cancelled. The dialog asks before a file is replaced.
 * @param name as the page says it: only its last part counts, and only with an extension of ours
 */
export async function pickSaveFile(window: BrowserWindow, name: unknown): Promise<string | null> {
  const words = texts()
  const extension = typeof name === 'string' ? extname(name).slice(1) : ''
  if (typeof name !== 'string' || !isExportable(extension)) return null
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words.exportAs,
    defaultPath: join(app.getPath('downloads'), basename(name)),
    filters: [{ name: words.exported[extension], extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (canceled || !filePath) return null
  // Some systems leave the extension away, which tells the engine the format.
  return extname(filePath).toLowerCase() === `.${extension}` ? filePath : `${filePath}.${extension}`
}

function isExportable(extension: string): extension is keyof ReturnType<typeof texts>['exported'] {
  return Object.hasOwn(texts().exported, extension)
}
