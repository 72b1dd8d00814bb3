import { execa } from 'execa'
import type { ClientMessage, ServerMessage } from '../protocol.ts'
import { asServerMessage, type ChildExit, type EngineChild, GRACE_MS } from './child.ts'
import { engineEntry } from './engine-entry.ts'
import { findNode } from './find-node.ts'

/** The engine in a Node process: for the browser, and where Electron's Node-API is too old for it. */
export function spawnNodeEngine(options: { lake: string }): EngineChild {
  const messages: ((message: ServerMessage) => void)[] = []
  const exits: ((exit: ChildExit) => void)[] = []
  const waiting: ClientMessage[] = []
  let child: ReturnType<typeof start> | null = null
  let stopped = false

  const gone = (exit: ChildExit) => {
    for (const listener of exits) listener(exit)
  }
  const run = async () => {
    const node = await findNode()
    if (stopped) return gone({ code: null, signal: null })
    child = start(node, options.lake)
    child.nodeChildProcess.on('message', (raw) => {
      const message = asServerMessage(raw)
      if (message) for (const listener of messages) listener(message)
    })
    for (const message of waiting.splice(0)) post(message)
    const { exitCode, signal } = await child
    gone({ code: exitCode ?? null, signal: signal ?? null })
  }
  // A process that has just died takes no message: its exit is what everyone is told.
  const post = (message: ClientMessage) => {
    if (!child) waiting.push(message)
    else if (child.nodeChildProcess.connected) child.nodeChildProcess.send(message, () => {})
  }

  const ended = run().catch((cause: unknown) => gone({ code: null, signal: null, cause }))
  return {
    post,
    onMessage: (listener) => messages.push(listener),
    onExit: (listener) => exits.push(listener),
    kill: async () => {
      stopped = true
      child?.kill('SIGTERM')
      await ended
    },
  }
}

function start(node: string, lake: string) {
  return execa(node, [engineEntry(), '--lake', lake], {
    ipc: true,
    serialization: 'json',
    // Messages are handled as they come: kept ones would only fill the memory.
    buffer: false,
    stdin: 'ignore',
    // The standard output of `cine --json` is one document: nothing of the engine may land in it.
    stdout: 'ignore',
    stderr: 'inherit',
    reject: false,
    forceKillAfterDelay: GRACE_MS,
    cleanup: true,
  })
}
