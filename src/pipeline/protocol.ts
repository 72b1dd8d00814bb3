/**
 * The one protocol of request, cancel and event, over any transport: an Electron message port, a child
 * process's IPC, a WebSocket, or plain calls in one process. It knows nothing of the entries of `api.ts`.
 */
import { z } from 'zod'
import type { EngineEvent, Method } from './api.ts'
import { type ErrorPayload, toPayload } from './errors.ts'

export const clientMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('request'),
    id: z.string().min(1).max(100),
    method: z.string().min(1).max(100),
    params: z.unknown(),
  }),
  z.strictObject({ type: z.literal('cancel'), id: z.string().min(1).max(100) }),
])
export type ClientMessage = z.infer<typeof clientMessageSchema>

export type ServerMessage =
  | { type: 'result'; id: string; result: unknown }
  | { type: 'error'; id: string; error: ErrorPayload }
  | { type: 'event'; event: EngineEvent }
  | { type: 'host'; status: HostStatus; error: ErrorPayload | null }

/** Said by whoever hosts the engine, about its process. After `died` every open request is lost. */
export type HostStatus = 'starting' | 'ready' | 'died' | 'stopped'

/** What `serve` needs of an engine: `engine.ts` is one. */
export interface RequestHandler {
  request(method: Method, params: unknown, options: { signal: AbortSignal }): Promise<unknown>
  subscribe(listener: (event: EngineEvent) => void): () => void
}

export interface ServerChannel {
  post(message: ServerMessage): void
  onMessage(listener: (message: unknown) => void): void
}

/**
 * Answers the requests of one channel with an engine. Returns what ends it: it cancels what is open and
 * stops the events. A message that does not fit the protocol is ignored: it has no id to answer to.
 */
export function serve(engine: RequestHandler, channel: ServerChannel): () => void {
  const open = new Map<string, AbortController>()
  const unsubscribe = engine.subscribe((event) => channel.post({ type: 'event', event }))

  const answer = async (id: string, method: string, params: unknown) => {
    const controller = new AbortController()
    open.set(id, controller)
    try {
      const result = await engine.request(method as Method, params, { signal: controller.signal })
      channel.post({ type: 'result', id, result })
    } catch (error) {
      channel.post({ type: 'error', id, error: toPayload(error) })
    } finally {
      open.delete(id)
    }
  }

  channel.onMessage((raw) => {
    const parsed = clientMessageSchema.safeParse(raw)
    if (!parsed.success) return
    const message = parsed.data
    if (message.type === 'cancel') open.get(message.id)?.abort()
    else if (!open.has(message.id)) void answer(message.id, message.method, message.params)
  })

  return () => {
    unsubscribe()
    for (const controller of open.values()) controller.abort()
  }
}
