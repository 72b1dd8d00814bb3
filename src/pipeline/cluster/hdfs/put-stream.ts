import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Readable } from 'node:stream'

/** How long an answer may still come after the connection broke. */
const LAST_WORD_MS = 500

/**
 * Sends a stream to a DataNode. Resolves to its answer, which may come before everything was sent when it
 * refuses; rejects when the connection breaks without one.
 */
export function putStream(
  url: string,
  source: Readable,
  { bytes, signal }: { bytes: number; signal?: AbortSignal | undefined },
): Promise<{ status: number; body: string }> {
  const send = url.startsWith('https:') ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: 'PUT',
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': bytes,
        'X-XSRF-HEADER': 'cine',
      },
      ...(signal ? { signal } : {}),
    })
    let answered = false
    const fail = (error: Error) => {
      source.destroy()
      // A server that refuses closes at once: its answer may lie unread behind the broken connection.
      setTimeout(
        () => {
          if (!answered) reject(error)
        },
        signal?.aborted ? 0 : LAST_WORD_MS,
      )
    }
    request.once('response', (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        body += chunk
      })
      const done = () => {
        answered = true
        source.destroy()
        request.destroy()
        resolve({ status: response.statusCode ?? 0, body })
      }
      response.once('end', done)
      response.once('error', done)
    })
    request.on('error', fail)
    source.once('error', (error) => {
      request.destroy()
      answered = true
      reject(error)
    })
    source.pipe(request)
  })
}
