import { engine } from '../bridge/engine.ts'
import { useClusterJob } from './cluster-job.ts'
import { afterDeath, afterEvent, isOfCluster } from './job-state.ts'
import { useJob } from './job-store.ts'
import { queryClient } from './query-client.ts'

/** Told by every job, also one that did not publish. */
const OF_JOBS = ['lake.info', 'ingest.history', 'runs.list']
/** What a job of the cluster may have changed. */
const OF_CLUSTER = ['cluster.doctor', 'cluster.browse', 'cluster.applications', 'cluster.purge']

/** Lets what the engine says by itself reach the page: jobs, other runs published, its death and return. */
export function followEngine(): void {
  engine.subscribe((event) => {
    useJob.setState((state) => afterEvent(state, event))
    useClusterJob.setState((state) => afterEvent(state, event, isOfCluster))
    if (event.type === 'cluster') queryClient.setQueryData(['cluster.status', {}], event.status)
    if (event.type === 'published' || event.type === 'contributed') void queryClient.invalidateQueries()
    if (event.type === 'job' && event.job.state !== 'running') {
      const stale = isOfCluster(event.job) ? OF_CLUSTER : OF_JOBS
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => stale.includes(String(queryKey[0])) })
    }
  })
  let wasLost = false
  engine.onStatus(({ status, error }) => {
    if (status === 'died' || status === 'stopped') {
      wasLost = true
      if (error)
        for (const store of [useJob, useClusterJob]) store.setState((state) => afterDeath(state, error))
    }
    if (status === 'ready' && wasLost) {
      wasLost = false
      void queryClient.invalidateQueries()
    }
  })
}
