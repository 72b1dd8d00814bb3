import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { EngineSupervisor } from '../supervisor.ts'
import type { WebAccess } from './access.ts'

/** Where the page opens its WebSocket. */
const SOCKET_PATH = '/engine'
/** Requests are small: the longest is a SQL text. */
const MAX_MESSAGE_BYTES = 2 * 1024 * 1024
/** A tab each; more is a page gone wrong. */
const MAX_SOCKETS = 50

/** Lets the page of each tab talk to the engine. Returns what closes them all. */
export function acceptSockets(server: Server, access: WebAccess, supervisor: EngineSupervisor): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  })
  server.on('upgrade', (request, socket, head) => {
    const refusal = refusalOf(request, access, sockets.clients.size)
    if (refusal) return refuseUpgrade(socket, refusal)
    sockets.handleUpgrade(request, socket, head, (client) => {
      const engine = supervisor.connect((message) => {
        if (client.readyState === client.OPEN) client.send(JSON.stringify(message))
      })
      client.on('message', (data, isBinary) => {
        const message = isBinary ? undefined : parse(data.toString())
        if (message === undefined) client.close(1003, 'JSON text only')
        else engine.receive(message)
      })
      client.on('close', () => engine.close())
      // `ws` closes the socket by itself after an error, such as a message too long.
      client.on('error', () => {})
    })
  })
  return () => {
    for (const client of sockets.clients) client.terminate()
    sockets.close()
  }
}

function refusalOf(request: IncomingMessage, access: WebAccess, open: number): string | null {
  if (!access.hasOwnHost(request) || !access.hasOwnOrigin(request, { required: true })) return '403 Forbidden'
  if (!access.hasSession(request)) return '401 Unauthorized'
  // Not as a URL: not every text is one.
  if (request.url?.split('?')[0] !== SOCKET_PATH) return '404 Not Found'
  return open >= MAX_SOCKETS ? '503 Service Unavailable' : null
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.on('error', () => {})
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
