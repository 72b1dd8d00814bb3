import type { ClientMessage, ServerMessage } from '../../pipeline/protocol.ts'

/** How messages travel between the page and the engine's host. `CineBridge` is one. */
export interface Transport {
  post(message: ClientMessage): void
  /** Every message, the host's status first. Returns what ends it. */
  onMessage(listener: (message: ServerMessage) => void): () => void
}
