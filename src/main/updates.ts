import { app } from 'electron'
import { log } from './log.ts'

/**
 * Off unless `CINE_UPDATES=on`: a studio asks nobody for anything by itself. Looks for a newer release where the packaged application says that they are, fetches it and puts it in place when
 * the studio is closed. A failure is noted, and bothers nobody.
 */
export async function lookForUpdates(env: NodeJS.ProcessEnv = process.env): Promise<void> {
  if (!app.isPackaged || env.CINE_UPDATES !== 'on') return
  log('updates', { looking: true })
  try {
    const { default: updater } = await import('electron-updater')
    await updater.autoUpdater.checkForUpdatesAndNotify()
  } catch (error) {
    log('updates', { failed: error instanceof Error ? error.message.split('\n')[0] : String(error) })
  }
}
