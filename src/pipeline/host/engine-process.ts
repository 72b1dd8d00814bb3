/**
 * The engine as a process of its own: `engine-process.ts --lake DIR`. It speaks `protocol.ts` with whoever
 * started it, says `ready` once the lake is open, and ends when its parent goes.
 */
import { parseArgs } from 'node:util'
import { openEngine } from '../engine.ts'
import { CineError, toPayload } from '../errors.ts'
import { lakeLayout } from '../lake/layout.ts'
import { tidyLake } from '../lake/tidy.ts'
import { type ServerChannel, type ServerMessage, serve } from '../protocol.ts'
import { GRACE_MS } from './child.ts'

/** Electron's utility process: `process.parentPort`, whose listeners receive `{ data }`. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

function parentChannel(): ServerChannel {
  const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort }
  if (parentPort) {
    return {
      post: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', (event) => listener(event.data)),
    }
  }
  if (!process.send) {
    throw new CineError(
      'ENGINE_ALONE',
      'This program is the engine of the studio: it is not run by itself.',
      {
        hint: 'Run `cine dashboard` instead.',
      },
    )
  }
  return {
    // A parent that has just gone cannot be told anything: `disconnect` ends the process.
    post: (message) => process.connected && process.send?.(message, undefined, undefined, () => {}),
    onMessage: (listener) => process.on('message', listener),
  }
}

async function main(): Promise<void> {
  const channel = parentChannel()
  const say = (message: ServerMessage) => channel.post(message)
  try {
    const { values } = parseArgs({ options: { lake: { type: 'string' } } })
    if (!values.lake) throw new CineError('BAD_REQUEST', 'The engine needs --lake DIR.')
    await tidyLake(lakeLayout(values.lake))
    const engine = await openEngine({ lake: values.lake })
    const stopServing = serve(engine, channel)
    const end = () => {
      // Whatever hangs, a process that nobody listens to must not stay.
      setTimeout(() => process.exit(1), GRACE_MS).unref()
      stopServing()
      void engine.close().finally(() => process.exit(0))
    }
    process.once('disconnect', end)
    process.once('SIGTERM', end)
    // Ctrl-C reaches the whole group of processes: the parent decides when this one ends.
    process.on('SIGINT', () => {})
    say({ type: 'host', status: 'ready', error: null })
  } catch (error) {
    say({ type: 'host', status: 'stopped', error: toPayload(error) })
    // Lets the message leave before the process does.
    setTimeout(() => process.exit(1), 50)
  }
}

await main()
