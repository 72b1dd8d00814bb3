import { create } from 'zustand'
import type { Params } from '../../pipeline/api.ts'
import { engine, toEngineError } from '../bridge/engine.ts'
import { type JobState, noJob } from './job-state.ts'

export { isRunning, type JobState, type LogLine } from './job-state.ts'

export const useJob = create<JobState>()(() => noJob)

/** Runs the pipeline; how it goes and how it ends is in the store. Only one at a time is started here. */
export async function runPipeline(params: Params<'pipeline.run'>): Promise<boolean> {
  if (useJob.getState().own) return false
  const own = new AbortController()
  useJob.setState({ ...noJob, own })
  try {
    const outcome = await engine.request('pipeline.run', params, { signal: own.signal })
    useJob.setState({ own: null, cancelling: false, outcome })
    return true
  } catch (error) {
    const { code, message, hint, details } = toEngineError(error)
    const failure = code === 'CANCELLED' ? null : { code, message, hint, details }
    useJob.setState({ own: null, cancelling: false, failure })
    return false
  }
}

/** The engine ends the run within a second and leaves the lake as it was. */
export function cancelRun(): void {
  const { own } = useJob.getState()
  if (!own) return
  useJob.setState({ cancelling: true })
  own.abort()
}
