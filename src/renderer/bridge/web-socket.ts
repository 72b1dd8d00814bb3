import type { ClientMessage, ServerMessage } from '../../pipeline/protocol.ts'
import type { Transport } from './transport.ts'

const FIRST_DELAY_MS = 300
const LAST_DELAY_MS = 10_000

/** What of `WebSocket` is used, so that a test can stand in for it. */
export interface Socket {
  send(text: string): void
  addEventListener(type: 'open' | 'close', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
}

/**
 * The engine in a browser: one JSON message a frame. A lost connection is told as the engine's death, for
 * what was asked is lost as well; it is opened again after a growing delay, and what was asked meanwhile
 * is sent then.
 */
export function webSocketTransport(
  connect: () => Socket,
  wait: (callback: () => void, milliseconds: number) => void = setTimeout,
): Transport {
  const listeners = new Set<(message: ServerMessage) => void>()
  const outbox: ClientMessage[] = []
  let socket: Socket | null = null
  let delay = FIRST_DELAY_MS
  let told = false

  const tell = (message: ServerMessage) => {
    for (const listener of listeners) listener(message)
  }

  const start = () => {
    const opening = connect()
    opening.addEventListener('open', () => {
      socket = opening
      delay = FIRST_DELAY_MS
      told = false
      for (const message of outbox.splice(0)) opening.send(JSON.stringify(message))
    })
    opening.addEventListener('message', ({ data }) => tell(JSON.parse(String(data))))
    opening.addEventListener('close', () => {
      socket = null
      if (!told) {
        told = true
        outbox.length = 0
        tell({ type: 'host', status: 'died', error: CONNECTION_LOST })
      }
      wait(start, delay)
      delay = Math.min(LAST_DELAY_MS, delay * 2)
    })
  }

  return {
    post: (message) => {
      if (socket) socket.send(JSON.stringify(message))
      else outbox.push(message)
    },
    onMessage: (listener) => {
      listeners.add(listener)
      if (listeners.size === 1 && !socket) start()
      return () => listeners.delete(listener)
    },
  }
}

const CONNECTION_LOST = {
  code: 'ENGINE_DIED',
  message: 'The connection to the engine was lost.',
  hint: 'It is being opened again. If it stays lost, run `cine dashboard --web` and open the link it prints.',
  details: { connection: 'lost' },
}
