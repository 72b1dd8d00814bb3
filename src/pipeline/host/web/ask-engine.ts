import type { ErrorPayload } from '../../errors.ts'
import type { EngineSupervisor } from '../supervisor.ts'

/** What the engine answers to one request of a client of its own; rejects with the error as it travels. */
export function askEngine(
  supervisor: EngineSupervisor,
  method: string,
  params: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  return new Promise((resolve, reject: (error: ErrorPayload) => void) => {
    const client = supervisor.connect((message) => {
      if (message.type === 'result') resolve(message.result)
      else if (message.type === 'error') reject(message.error)
      else return
      signal.removeEventListener('abort', cancel)
      // Not while the message is being given out.
      queueMicrotask(() => client.close())
    })
    const cancel = () => client.receive({ type: 'cancel', id: '1' })
    client.receive({ type: 'request', id: '1', method, params })
    if (signal.aborted) cancel()
    signal.addEventListener('abort', cancel, { once: true })
  })
}
