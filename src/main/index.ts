/**
 * The desktop application: one window on one lake, and the engine beside it. Nothing about films is
 * decided here. Nothing is awaited at the top level: Electron says `ready` only once this module is done.
 */
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { EngineSupervisor } from '../pipeline/host/index.ts'
import { declareAppScheme, serveAppScheme } from './app-scheme.ts'
import { bridge } from './bridge.ts'
import { spawnEngine } from './engine-host.ts'
import { answerHabits } from './habits.ts'
import { denyEverythingElse, denyPermissions } from './hardening.ts'
import { KaggleToken } from './kaggle-token.ts'
import { chosenLake, profileFolder } from './launch-options.ts'
import { log, mark, openLog } from './log.ts'
import { setMenu } from './menu.ts'
import { filesIn, OpenedFiles } from './opened-files.ts'
import { changePreferences, preferencesPath, withRecent } from './preferences.ts'
import { speak, texts } from './texts.ts'
import { lookForUpdates } from './updates.ts'
import { createWindow } from './window.ts'

const defaultLake = app.isPackaged
  ? join(app.getPath('documents'), 'Ciné DataLake')
  : join(app.getAppPath(), 'data')
const lake = chosenLake(process.argv, process.env, defaultLake)
const profile = profileFolder(app.getPath('appData'), lake)
app.setPath('userData', profile)
// The page lives in some 20 MB; V8 lets garbage grow with what it may have at most, which is gigabytes by itself.
app.commandLine.appendSwitch('js-flags', '--max-old-space-size=512')
const opened = new OpenedFiles(filesIn(process.argv, process.cwd()))

if (app.requestSingleInstanceLock()) {
  openLog(profile)
  mark('main-loaded')
  declareAppScheme()
  denyEverythingElse()
  // How macOS says it, also before it is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    opened.add([path])
  })
  void app.whenReady().then(start)
} else {
  // The window that is already open on this lake comes to the front instead.
  app.quit()
}

function start(): void {
  mark('electron-ready')
  const supervisor = new EngineSupervisor({
    spawn: () => spawnEngine(lake),
    onStatus: (status, error) => {
      log('engine', { status, ...(error ? { error } : {}) })
      if (status === 'ready') mark('engine-ready')
    },
  })
  serveAppScheme()
  denyPermissions()
  const habits = preferencesPath(app.getPath('appData'))
  const { language, recent } = changePreferences(habits, (before) => withRecent(before, lake))
  const others = recent.filter((each) => each !== lake)
  speak(language)
  const window = createWindow({ lake, profile, language })
  mark('window-created')
  bridge(window, supervisor, opened)
  answerHabits(window, {
    recent: others,
    token: new KaggleToken(supervisor),
    onLanguage: (next) => {
      changePreferences(habits, (before) => ({ ...before, language: next }))
      speak(next)
      setMenu(window, others)
    },
  })
  setMenu(window, others)
  void lookForUpdates()

  app.on('second-instance', (_event, argv, cwd) => {
    opened.add(filesIn(argv, cwd))
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  window.webContents.on('render-process-gone', (_event, details) => {
    log('window-gone', { ...details })
    if (details.reason !== 'clean-exit') void offerReload()
  })
  const offerReload = async () => {
    const { crashed, crashedDetail, reopen, quit } = texts()
    const options = {
      type: 'error',
      message: crashed,
      detail: crashedDetail,
      buttons: [reopen, quit],
    } as const
    const { response } = await dialog.showMessageBox({ ...options, buttons: [...options.buttons] })
    if (response === 0) window.reload()
    else app.quit()
  }

  let stopped = false
  app.on('will-quit', (event) => {
    if (stopped) return
    // The engine ends its run and releases the lake before the application is gone.
    event.preventDefault()
    stopped = true
    // Asked for in the middle of this event, a second `quit` would be ignored.
    void supervisor.stop().finally(() => setImmediate(() => app.quit()))
  })
  app.on('window-all-closed', () => app.quit())
}
