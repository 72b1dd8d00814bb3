import { create } from 'zustand'
import type { ClusterVerb, Method, Params } from '../../pipeline/api.ts'
import { engine, toFailure } from '../bridge/engine.ts'
import { isRunning, type JobState, noJob } from './job-state.ts'

/** The last job of the cluster that any client of the engine started: installed, started, stopped, sent. */
export const useClusterJob = create<JobState>()(() => noJob)

export type ClusterJobMethod = Extract<
  Method,
  'cluster.install' | 'cluster.up' | 'cluster.down' | 'cluster.push' | 'cluster.pull'
>

/** Runs a job of the cluster; how it goes and how it ends is in the store. True when it was done. */
export async function runClusterJob<M extends ClusterJobMethod>(
  method: M,
  params: Params<M>,
): Promise<boolean> {
  if (isRunning(useClusterJob.getState())) return false
  const own = new AbortController()
  useClusterJob.setState({ ...noJob, own })
  try {
    await engine.request(method, params, { signal: own.signal })
    useClusterJob.setState({ own: null, cancelling: false })
    return true
  } catch (error) {
    useClusterJob.setState({ own: null, cancelling: false, failure: toFailure(error) })
    return false
  }
}

export function cancelClusterJob(): void {
  const { own } = useClusterJob.getState()
  if (!own) return
  useClusterJob.setState({ cancelling: true })
  own.abort()
}

/** Takes the note on the last job away. */
export const dismissClusterJob = () => useClusterJob.setState(noJob)

/** Once begun, a stop goes on to its end. */
export const canBeCancelled = (verb: ClusterVerb | string | undefined) => verb !== 'cluster_down'
