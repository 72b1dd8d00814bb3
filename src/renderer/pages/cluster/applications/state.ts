import type { YarnApplication } from '../../../../pipeline/api.ts'

export type ShownState = 'waiting' | 'running' | 'succeeded' | 'failed' | 'killed'

export const COLOURS: Record<ShownState, string> = {
  waiting: 'gray',
  running: 'iris',
  succeeded: 'teal',
  failed: 'red',
  killed: 'orange',
}

/** YARN's states and final status as one word. */
export function shownState({ state, final_status, finished_at }: YarnApplication): ShownState {
  if (finished_at === null) return state === 'RUNNING' ? 'running' : 'waiting'
  if (state === 'KILLED' || final_status === 'KILLED') return 'killed'
  return final_status === 'SUCCEEDED' ? 'succeeded' : 'failed'
}
