import type { CheckedParams, InstallResult, Result } from '../api.ts'
import type { clusterApi } from '../api-cluster.ts'
import { doctor, install } from '../cluster/index.ts'
import { runJob } from './job.ts'
import type { JobContext } from './pipeline.ts'

type ClusterHandlers = {
  [M in keyof typeof clusterApi]: (params: CheckedParams<M>, context: JobContext) => Promise<Result<M>>
}

/** The answers to the contract's requests on the cluster. */
export const clusterHandlers: ClusterHandlers = {
  'cluster.doctor': () => doctor(),
  'cluster.install': (_, context) => installJob(context),
}

/** Installs Hadoop and Spark as a job of two steps. */
function installJob({ emit, signal }: JobContext): Promise<InstallResult> {
  return runJob('cluster_install', ['hadoop', 'spark'], emit, (job) =>
    install({
      signal,
      onPart: (part, state) => job.step(part, { state }),
      onProgress: (part, { share, message }) => job.step(part, { progress: share, message }),
    }),
  )
}
