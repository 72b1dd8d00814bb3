import type { EngineEvent, Method, Params, Result } from '../../pipeline/api.ts'
import type { ErrorPayload } from '../../pipeline/errors.ts'
import type { HostStatus, ServerMessage } from '../../pipeline/protocol.ts'
import { EngineError } from './engine-error.ts'
import type { Transport } from './transport.ts'

export interface EngineStatus {
  status: HostStatus
  error: ErrorPayload | null
}

export interface EngineClient {
  /** Rejects with an `EngineError`; an aborted request with the code `CANCELLED`. */
  request<M extends Method>(
    method: M,
    params: Params<M>,
    options?: { signal?: AbortSignal },
  ): Promise<Result<M>>
  subscribe(listener: (event: EngineEvent) => void): () => void
  /** Called at once with the status as it is, then on every change. */
  onStatus(listener: (status: EngineStatus) => void): () => void
}

interface OpenRequest {
  resolve(result: unknown): void
  reject(error: EngineError): void
}

/** The page's side of `protocol.ts`, over any transport. */
export function createEngineClient(transport: Transport): EngineClient {
  const open = new Map<string, OpenRequest>()
  const events = new Set<(event: EngineEvent) => void>()
  const statuses = new Set<(status: EngineStatus) => void>()
  let current: EngineStatus = { status: 'starting', error: null }
  let lastId = 0

  const settle = (id: string, how: (request: OpenRequest) => void) => {
    const request = open.get(id)
    open.delete(id)
    if (request) how(request)
  }

  transport.onMessage((message: ServerMessage) => {
    if (message.type === 'result') settle(message.id, ({ resolve }) => resolve(message.result))
    else if (message.type === 'error')
      settle(message.id, ({ reject }) => reject(new EngineError(message.error)))
    else if (message.type === 'event') for (const listener of events) listener(message.event)
    else {
      current = { status: message.status, error: message.error }
      if (message.status === 'died' || message.status === 'stopped') {
        const lost = message.error ?? LOST
        for (const id of [...open.keys()])
          settle(id, ({ reject }) => reject(new EngineError({ ...lost, code: 'ENGINE_DIED' })))
      }
      for (const listener of statuses) listener(current)
    }
  })

  const request: EngineClient['request'] = (method, params, { signal } = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new EngineError(CANCELLED))
      lastId += 1
      const id = `page-${lastId}`
      const cancel = () => transport.post({ type: 'cancel', id })
      const done = () => signal?.removeEventListener('abort', cancel)
      open.set(id, {
        resolve: (result) => {
          done()
          resolve(result as Result<typeof method>)
        },
        reject: (error) => {
          done()
          reject(error)
        },
      })
      signal?.addEventListener('abort', cancel, { once: true })
      transport.post({ type: 'request', id, method, params })
    })

  return {
    request,
    subscribe: (listener) => {
      events.add(listener)
      return () => events.delete(listener)
    },
    onStatus: (listener) => {
      statuses.add(listener)
      listener(current)
      return () => statuses.delete(listener)
    },
  }
}

const LOST: ErrorPayload = {
  code: 'ENGINE_DIED',
  message: 'The engine stopped before it could answer.',
  hint: null,
  details: {},
}
const CANCELLED: ErrorPayload = { code: 'CANCELLED', message: 'Cancelled.', hint: null, details: {} }
