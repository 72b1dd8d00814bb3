import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface TestServer {
  url: URL
  /** What was asked, in order. */
  requests: IncomingMessage[]
  close(): Promise<void>
}

type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void

/** A server on this machine that answers as a test wants; closed when the test ends. `count` is from 1. */
export async function httpServer(handler: Handler): Promise<TestServer> {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    response.on('error', () => {})
    handler(request, response, requests.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  onTestFinished(close)
  const { port } = server.address() as AddressInfo
  return { url: new URL(`http://127.0.0.1:${port}`), requests, close }
}

export interface FileAnswer {
  etag?: string
  /** Ends the connection after so many bytes of the body. */
  cutAfter?: number
  /** Says nothing more after so many bytes of the body. */
  stallAfter?: number
  headers?: Record<string, string>
  /** Answers every request with the whole. */
  noRanges?: boolean
}

/** Answers as a store of files does: `Range`, `If-Range`, 206, 416; and misbehaves as asked. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  content: Buffer,
  answer: FileAnswer = {},
): void {
  const { etag, cutAfter, stallAfter, headers = {}, noRanges = false } = answer
  if (etag) response.setHeader('etag', etag)
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  const asked = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')
  const same = request.headers['if-range'] === undefined || request.headers['if-range'] === etag
  const start = asked && same && !noRanges ? Number(asked[1]) : 0
  if (start > 0 && start >= content.length) {
    response.setHeader('content-range', `bytes */${content.length}`)
    response.writeHead(416).end()
    return
  }
  if (start > 0) response.setHeader('content-range', `bytes ${start}-${content.length - 1}/${content.length}`)
  response.setHeader('content-length', headers['content-length'] ?? content.length - start)
  response.writeHead(start > 0 ? 206 : 200)
  const stop = cutAfter ?? stallAfter
  if (stop === undefined) response.end(content.subarray(start))
  else
    response.write(content.subarray(start, start + stop), () => {
      // What was written must have been read before the connection goes: the rest of it would be lost.
      if (cutAfter !== undefined) setTimeout(() => response.destroy(), 200)
    })
}
