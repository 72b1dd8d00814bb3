import { app, type WebFrameMain } from 'electron'

/** Where the page comes from: its built files, or the development server of `npm run dev`. */
export function pageUrl(): string {
  return developmentUrl() ?? 'app://studio/'
}

/** True only for the main frame of our own page: nothing else is answered. */
export function isOwnFrame(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isOwnUrl(frame.url)
}

export function isOwnUrl(address: string): boolean {
  try {
    const url = new URL(address)
    const own = new URL(pageUrl())
    return url.protocol === own.protocol && url.host === own.host
  } catch {
    return false
  }
}

function developmentUrl(): string | undefined {
  return app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
}
