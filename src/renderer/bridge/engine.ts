import { createEngineClient, type EngineClient } from './client.ts'
import { webSocketTransport } from './web-socket.ts'

export type { EngineClient, EngineStatus } from './client.ts'
export { EngineError, toEngineError, toErrorPayload, toFailure } from './engine-error.ts'
export { useWork, type Work } from './use-work.ts'

const socketAddress = () => `ws://${window.location.host}/engine`

/** The one connection of this page to the engine. */
export const engine: EngineClient = createEngineClient(
  window.cine ?? webSocketTransport(() => new WebSocket(socketAddress())),
)
