import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { protocol } from 'electron'
import { contentSecurityPolicy, contentType, staticFile } from '../pipeline/host/index.ts'

/** `app://studio/…` is the built renderer; no other name is served. */
const SCHEME = 'app'
const HOST = 'studio'

/** Must be called before Electron is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

export function serveAppScheme(): void {
  const root = join(import.meta.dirname, '..', 'renderer')
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url)
    const allowed = url.host === HOST && (request.method === 'GET' || request.method === 'HEAD')
    const file = allowed ? await staticFile(root, url.pathname) : null
    if (!file) return new Response(null, { status: 404, headers: headersFor('text/plain') })
    const body = new Uint8Array(await readFile(file))
    return new Response(body, { headers: headersFor(contentType(file)) })
  })
}

function headersFor(type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': contentSecurityPolicy(),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  }
}
