import { app, utilityProcess } from 'electron'
import {
  asServerMessage,
  type ChildExit,
  type EngineChild,
  engineEntry,
  GRACE_MS,
  spawnNodeEngine,
} from '../pipeline/host/index.ts'
import { log } from './log.ts'

/** The oldest Node-API that every native module of the engine loads with (Electron 35 has it). */
const NODE_API = 10

/**
 * The engine in Electron's own utility process, or in a Node of its own where Electron is too old. Packaged, it
 * lies in an archive that only Electron looks into.
 * `CINE_ENGINE_HOST` (`utility` or `node`) chooses by hand, to find out which of the two a fault is in.
 */
export function spawnEngine(lake: string, env: NodeJS.ProcessEnv = process.env): EngineChild {
  const fits = app.isPackaged || Number(process.versions.napi) >= NODE_API ? 'utility' : 'node'
  const kind = env.CINE_ENGINE_HOST ?? fits
  log('engine-host', { kind })
  return kind === 'utility' ? spawnUtilityEngine(lake) : spawnNodeEngine({ lake })
}

function spawnUtilityEngine(lake: string): EngineChild {
  const child = utilityProcess.fork(engineEntry(), ['--lake', lake], {
    serviceName: 'cine-engine',
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const exits: ((exit: ChildExit) => void)[] = []
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      for (const listener of exits) listener({ code, signal: null })
      resolve()
    })
  })
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => {
      child.on('message', (raw) => {
        const message = asServerMessage(raw)
        if (message) listener(message)
      })
    },
    onExit: (listener) => exits.push(listener),
    kill: async () => {
      const { pid } = child
      if (!child.kill() || pid === undefined) return
      const timer = setTimeout(() => killHard(pid), GRACE_MS)
      await ended
      clearTimeout(timer)
    },
  }
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended just now.
  }
}
