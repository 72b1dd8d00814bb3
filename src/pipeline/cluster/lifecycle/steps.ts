import type { ClusterStepKey, StepState } from '../../api.ts'

export interface StepNews {
  state?: StepState
  progress?: number | null
  message?: string | null
}

/** Told of every step that begins, moves or ends. */
export type OnStep = (key: ClusterStepKey, news: StepNews) => void

/** Runs one step: `work` gives false when there was nothing to do. A failure is told by who waits for it. */
export async function step(
  onStep: OnStep,
  key: ClusterStepKey,
  work: () => Promise<boolean>,
): Promise<boolean> {
  onStep(key, { state: 'running' })
  const changed = await work()
  onStep(key, { state: changed ? 'done' : 'unchanged', progress: 1, message: null })
  return changed
}
