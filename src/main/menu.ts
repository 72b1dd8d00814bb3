import { basename } from 'node:path'
import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../preload/bridge.ts'
import { CHANNELS } from '../preload/channels.ts'
import { chooseLake, startOn } from './open-lake.ts'
import { texts } from './texts.ts'

const PAGES = [
  'home',
  'explorer',
  'reports',
  'contributions',
  'quality',
  'sql',
  'cluster',
  'settings',
] as const

/** The menus in the language of the window; what they ask of the page, the page does as by its own commands. */
export function setMenu(window: BrowserWindow, recent: readonly string[]): void {
  const words = texts()
  const command = (id: MenuCommand, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator ? { accelerator } : {}),
    click: () => window.webContents.send(CHANNELS.command, id),
  })
  const role = (name: NonNullable<MenuItemConstructorOptions['role']>, label: string) => ({
    role: name,
    label,
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
      {
        label: words.file,
        submenu: [
          { label: words.openLake, accelerator: 'CmdOrCtrl+O', click: () => void chooseLake(window) },
          {
            id: 'recent',
            label: words.recentLakes,
            enabled: recent.length > 0,
            submenu: recent.map((lake) => ({
              // A mark before a letter would make a shortcut of it.
              label: `${basename(lake)} — ${lake}`.replaceAll('&', '&&'),
              click: () => startOn(lake),
            })),
          },
          separator,
          role('quit', words.quit),
        ],
      },
      {
        label: words.edit,
        submenu: [
          role('undo', words.undo),
          role('redo', words.redo),
          separator,
          role('cut', words.cut),
          role('copy', words.copy),
          role('paste', words.paste),
          role('selectAll', words.selectAll),
        ],
      },
      {
        label: words.view,
        submenu: [
          ...PAGES.map((page, index) => command(page, words.pages[page], `CmdOrCtrl+${index + 1}`)),
          separator,
          command('palette', words.palette),
          separator,
          role('resetZoom', words.resetZoom),
          role('zoomIn', words.zoomIn),
          role('zoomOut', words.zoomOut),
          role('togglefullscreen', words.fullScreen),
          separator,
          role('reload', words.reload),
          role('toggleDevTools', words.devTools),
        ],
      },
      { label: words.window, submenu: [role('minimize', words.minimise), role('close', words.close)] },
      {
        role: 'help',
        label: words.help,
        submenu: [
          command('shortcuts', words.shortcuts),
          command('tour', words.tour),
          separator,
          command('diagnostics', words.diagnostics),
          command('about', words.about),
        ],
      },
    ]),
  )
}
