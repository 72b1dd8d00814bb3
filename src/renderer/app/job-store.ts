import { create } from 'zustand'
import type { Params, PipelineResult } from '../../pipeline/api.ts'
import { engine, toFailure } from '../bridge/engine.ts'
import { type JobState, noJob, type RunKind } from './job-state.ts'

export { isRunning, type JobState, kindOf, type LogLine } from './job-state.ts'

export const useJob = create<JobState>()(() => noJob)

/** Runs the pipeline on this machine; how it goes and how it ends is in the store. */
export function runPipeline(params: Params<'pipeline.run'>): Promise<boolean> {
  return start('pipeline', (options) => engine.request('pipeline.run', params, options))
}

/** As `runPipeline`, on the cluster. */
export function runOnCluster(params: Params<'spark.pipeline'>): Promise<boolean> {
  return start('spark_pipeline', (options) => engine.request('spark.pipeline', params, options))
}

/** Only one at a time is started here. */
async function start(
  kind: RunKind,
  ask: (options: { signal: AbortSignal }) => Promise<PipelineResult>,
): Promise<boolean> {
  if (useJob.getState().own) return false
  const own = new AbortController()
  useJob.setState({ ...noJob, kind, own })
  try {
    const outcome = await ask({ signal: own.signal })
    useJob.setState({ own: null, cancelling: false, outcome })
    return true
  } catch (error) {
    useJob.setState({ own: null, cancelling: false, failure: toFailure(error) })
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
