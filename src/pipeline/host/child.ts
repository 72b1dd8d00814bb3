import { z } from 'zod'
import type { ClientMessage, ServerMessage } from '../protocol.ts'

/** The engine's process as its supervisor sees it, whatever kind of process it is. */
export interface EngineChild {
  post(message: ClientMessage): void
  onMessage(listener: (message: ServerMessage) => void): void
  /** Called once, also when the process could not be started. */
  onExit(listener: (exit: ChildExit) => void): void
  /** Terminates, then kills after a grace period; resolves when the process is gone. */
  kill(): Promise<void>
}

export interface ChildExit {
  code: number | null
  signal: string | null
  /** Why the process could not be started, when that is what happened. */
  cause?: unknown
}

/** How long a process has to end by itself after it was asked to. */
export const GRACE_MS = 3000

const serverMessageSchema = z.looseObject({ type: z.enum(['result', 'error', 'event', 'host']) })

/** What comes out of the engine's process, or null for anything that is not of the protocol. */
export function asServerMessage(raw: unknown): ServerMessage | null {
  return serverMessageSchema.safeParse(raw).success ? (raw as ServerMessage) : null
}
