import { app, type BrowserWindow, dialog, Menu } from 'electron'
import { argumentsFor } from './launch-options.ts'
import { texts } from './texts.ts'

export function setMenu(window: BrowserWindow): void {
  const words = texts()
  const openLake = async () => {
    const properties = ['openDirectory', 'createDirectory'] as const
    const { filePaths } = await dialog.showOpenDialog(window, { properties: [...properties] })
    const [lake] = filePaths
    if (!lake) return
    // A profile and its lock belong to one lake: another lake is another start.
    app.relaunch({ args: argumentsFor(lake, process.argv) })
    app.quit()
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
      {
        label: words.file,
        submenu: [
          { label: words.openLake, accelerator: 'CmdOrCtrl+O', click: () => void openLake() },
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
