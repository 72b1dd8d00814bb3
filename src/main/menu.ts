import { type BrowserWindow, Menu } from 'electron'
import { openLake } from './open-lake.ts'
import { texts } from './texts.ts'

export function setMenu(window: BrowserWindow): void {
  const words = texts()
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
      {
        label: words.file,
        submenu: [
          { label: words.openLake, accelerator: 'CmdOrCtrl+O', click: () => void openLake(window) },
          { type: 'separator' },
          { role: 'quit', label: words.quit },
        ],
      },
      { role: 'editMenu', label: words.edit },
      { role: 'viewMenu', label: words.view },
      { role: 'windowMenu', label: words.window },
    ]),
  )
}
