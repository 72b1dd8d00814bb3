import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { pdfName } from './pdf-name.ts'

/** The page as its print style sheet lays it out, where the person says. Null when they think better of it. */
export async function savePdf(window: BrowserWindow, proposed: unknown): Promise<string | null> {
  const data = await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true })
  const { filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), pdfName(proposed)),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  })
  if (!filePath) return null
  await writeFile(filePath, data)
  return filePath
}
