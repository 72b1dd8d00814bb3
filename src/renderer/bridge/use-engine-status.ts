import { useSyncExternalStore } from 'react'
import { type EngineStatus, engine } from './engine.ts'

let current: EngineStatus = { status: 'starting', error: null }
const listeners = new Set<() => void>()

engine.onStatus((status) => {
  current = status
  for (const listener of listeners) listener()
})

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useEngineStatus(): EngineStatus {
  return useSyncExternalStore(subscribe, () => current)
}
