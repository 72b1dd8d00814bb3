import type { ChildExit, EngineChild } from '../../src/pipeline/host/index.ts'
import type { ClientMessage, ServerMessage } from '../../src/pipeline/protocol.ts'

/** An engine process whose every word the test says itself. */
export class FakeChild implements EngineChild {
  readonly posted: ClientMessage[] = []
  killed = false
  #say: (message: ServerMessage) => void = () => {}
  #exit: (exit: ChildExit) => void = () => {}

  post(message: ClientMessage): void {
    this.posted.push(message)
  }
  onMessage(listener: (message: ServerMessage) => void): void {
    this.#say = listener
  }
  onExit(listener: (exit: ChildExit) => void): void {
    this.#exit = listener
  }
  async kill(): Promise<void> {
    this.killed = true
    this.dies({ code: null, signal: 'SIGTERM' })
  }

  says(message: ServerMessage): void {
    this.#say(message)
  }
  isReady(): void {
    this.says({ type: 'host', status: 'ready', error: null })
  }
  dies(exit: ChildExit): void {
    this.#exit(exit)
  }
}
