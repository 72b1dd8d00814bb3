import { engine } from '../bridge/engine.ts'
import { afterDeath, afterEvent } from './job-state.ts'
import { useJob } from './job-store.ts'
import { queryClient } from './query-client.ts'

/** Told by every job, also one that did not publish. */
const OF_JOBS = ['lake.info', 'ingest.history', 'runs.list']

/** Lets what the engine says by itself reach the page: jobs, other runs published, its death and return. */
export function followEngine(): void {
  engine.subscribe((event) => {
    useJob.setState((state) => afterEvent(state, event))
    if (event.type === 'published' || event.type === 'contributed') void queryClient.invalidateQueries()
    if (event.type === 'job' && event.job.state !== 'running')
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => OF_JOBS.includes(String(queryKey[0])),
      })
  })
  let wasLost = false
  engine.onStatus(({ status, error }) => {
    if (status === 'died' || status === 'stopped') {
      wasLost = true
      if (error) useJob.setState((state) => afterDeath(state, error))
    }
    if (status === 'ready' && wasLost) {
      wasLost = false
      void queryClient.invalidateQueries()
    }
  })
}
