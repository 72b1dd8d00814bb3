import { app, session, shell } from 'electron'
import { isKnownSite } from './external-links.ts'
import { isOwnUrl } from './origin.ts'

/** The page shows and asks; it gets no permission, goes nowhere else and opens no other window. */
export function denyEverythingElse(): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      // A film's page on the site it comes from opens in the user's browser, never in a window of ours.
      if (isKnownSite(url)) void shell.openExternal(url)
      return { action: 'deny' }
    })
    contents.on('will-navigate', (event) => {
      if (!isOwnUrl(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

/** Once Electron is ready: sessions do not exist before. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  session.defaultSession.setDevicePermissionHandler(() => false)
}
