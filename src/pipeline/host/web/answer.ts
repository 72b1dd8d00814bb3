import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { contentSecurityPolicy, contentType, staticFile } from '../static-files.ts'
import type { WebAccess } from './access.ts'
import type { WebExports } from './exports.ts'
import { type Refusal, refusalPage } from './refusal-page.ts'

/** Answers one HTTP request: the link with the token, the files of the built renderer, exports. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { access, staticDir, exports }: { access: WebAccess; staticDir: string; exports: WebExports },
): Promise<void> {
  setSecurityHeaders(request, response)
  if (!access.hasOwnHost(request) || !access.hasOwnOrigin(request, { required: false }))
    return refuse(request, response, 403)
  if (access.isFromOtherSite(request)) return refuse(request, response, 403)
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  if (request.method === 'POST' && url.pathname === '/exports') {
    if (!access.hasOwnOrigin(request, { required: true })) return refuse(request, response, 403)
    if (!access.hasSession(request)) return refuse(request, response, 401)
    return exports.make(request, response)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return refuse(request, response, 405)
  }
  const token = url.searchParams.get('token')
  if (!access.hasSession(request)) {
    if (url.pathname !== '/' || token === null || request.method !== 'GET')
      return refuse(request, response, 401)
    return logIn(request, response, access, token)
  }
  // The link opened again by someone who is in already: to the page, and the token out of the address.
  if (token !== null) {
    response.writeHead(303, { Location: '/', 'Cache-Control': 'no-store' }).end()
    return
  }
  if (url.pathname.startsWith('/exports/')) {
    if (!(await exports.send(url.pathname, request, response))) refuse(request, response, 404)
    return
  }
  const file = await staticFile(staticDir, url.pathname)
  // Every browser asks for one, and a page may have none.
  if (!file && url.pathname === '/favicon.ico') {
    response.writeHead(204).end()
    return
  }
  if (!file) return refuse(request, response, 404)
  response.setHeader('Content-Type', contentType(file))
  // Names under assets/ carry a hash of their content; everything else is asked again each time.
  const lasting = url.pathname.startsWith('/assets/')
  response.setHeader('Cache-Control', lasting ? 'private, max-age=31536000, immutable' : 'no-cache')
  if (request.method === 'HEAD') response.end()
  else await pipeline(createReadStream(file), response)
}

function logIn(request: IncomingMessage, response: ServerResponse, access: WebAccess, token: string): void {
  const { ok, retryAfterSeconds } = access.redeem(token)
  if (ok) {
    response.setHeader('Set-Cookie', access.sessionCookie())
    response.writeHead(303, { Location: '/', 'Cache-Control': 'no-store' }).end()
  } else if (retryAfterSeconds === undefined) refuse(request, response, 401)
  else {
    response.setHeader('Retry-After', String(retryAfterSeconds))
    refuse(request, response, 429)
  }
}

function setSecurityHeaders(request: IncomingMessage, response: ServerResponse): void {
  // Not every browser takes a WebSocket of the same address for 'self'.
  const socket = /^[\w.]+:\d+$/.test(request.headers.host ?? '') ? [`ws://${request.headers.host}`] : []
  response.setHeader('Content-Security-Policy', contentSecurityPolicy(socket))
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('X-Frame-Options', 'DENY')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
}

function refuse(request: IncomingMessage, response: ServerResponse, status: Refusal): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(request.method === 'HEAD' ? undefined : refusalPage(status))
}
