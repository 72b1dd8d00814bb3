import type { CheckedParams, clusterApi, InstallResult, Job, Result, Step } from '../api.ts'
import {
  applicationDetail,
  browse,
  clusterDown,
  clusterStatus,
  clusterUp,
  DOWN_STEPS,
  daemonLastLines,
  doctor,
  install,
  killApplication,
  listApplications,
  type OnStep,
  pullFromLake,
  purge,
  pushLake,
  removeFromLake,
  UP_STEPS,
} from '../cluster/index.ts'
import { clusterEnvironment } from '../settings/index.ts'
import { runJob } from './job.ts'
import type { JobContext } from './pipeline.ts'

type ClusterHandlers = {
  [M in keyof typeof clusterApi]: (params: CheckedParams<M>, context: JobContext) => Promise<Result<M>>
}

/** The answers to the contract's requests on the cluster. */
export const clusterHandlers: ClusterHandlers = {
  'cluster.doctor': async () => doctor(await clusterEnvironment()),
  'cluster.install': (_, context) => installJob(context),
  'cluster.up': ({ safe_mode_seconds }, { signal, ...context }) =>
    job('cluster_up', UP_STEPS, context, (options) =>
      clusterUp({ safeModeSeconds: safe_mode_seconds, signal, ...options }),
    ),
  'cluster.init': ({ safe_mode_seconds, force }, { signal, ...context }) =>
    job('cluster_init', UP_STEPS, context, (options) =>
      clusterUp({ safeModeSeconds: safe_mode_seconds, force, signal, ...options }),
    ),
  'cluster.down': (_, { signal, ...context }) =>
    job('cluster_down', DOWN_STEPS, context, (options) => clusterDown({ signal, ...options })),
  'cluster.status': async (_, context) => clusterStatus(await at(context)),
  'cluster.log': async ({ daemon, lines }, context) =>
    daemonLastLines(daemon, lines, (await at(context)).env),
  'cluster.push': (_, context) =>
    transferJob('cluster_push', 'push', context, (options) => pushLake(context.layout.raw, options)),
  'cluster.pull': (params, context) =>
    transferJob('cluster_pull', 'pull', context, (options) => pullFromLake(params, options)),
  'cluster.browse': async (params, context) => browse(params, await at(context)),
  'cluster.remove': async (params, context) => removeFromLake(params, await at(context)),
  'cluster.applications': async (params, context) => listApplications(params, await at(context)),
  'cluster.application': async (params, context) => applicationDetail(params, await at(context)),
  'cluster.kill': async ({ id }, context) => killApplication(id, await at(context)),
  'cluster.purge': async (params, context) => purge({ ...params, ...(await at(context)) }),
}

/** Which cluster, as the environment and the saved settings say now. */
async function at({ signal }: Pick<JobContext, 'signal'>) {
  return { signal, env: await clusterEnvironment() }
}

/** A job whose steps tell of themselves; however it ends, the window hears how the cluster is now. */
async function job<T>(
  verb: Job['verb'],
  steps: readonly Step['key'][],
  { emit }: Pick<JobContext, 'emit'>,
  work: (options: { env: NodeJS.ProcessEnv; onStep: OnStep }) => Promise<T>,
): Promise<T> {
  const env = await clusterEnvironment()
  try {
    return await runJob(verb, steps, emit, (handle) =>
      work({ env, onStep: (key, news) => handle.step(key, news) }),
    )
  } finally {
    emit({ type: 'cluster', status: await clusterStatus({ env }) })
  }
}

/** Installs Hadoop and Spark as a job of two steps. */
function installJob({ emit, signal }: JobContext): Promise<InstallResult> {
  return runJob('cluster_install', ['hadoop', 'spark'], emit, (handle) =>
    install({
      signal,
      onPart: (part, state) => handle.step(part, { state }),
      onProgress: (part, { share, message }) => handle.step(part, { progress: share, message }),
    }),
  )
}

interface TransferOptions {
  env: NodeJS.ProcessEnv
  signal: AbortSignal
  onProgress(progress: { file: string; bytes_done: number; bytes_total: number }): void
}

/** Files on their way to or from HDFS, as a job of one step that tells how many bytes are done. */
function transferJob<T extends { files: { status: string }[] }>(
  verb: Job['verb'],
  key: Step['key'],
  { emit, signal }: JobContext,
  work: (options: TransferOptions) => Promise<T>,
): Promise<T> {
  return runJob(verb, [key], emit, async (handle) => {
    handle.step(key, { state: 'running', progress: 0 })
    const result = await work({
      ...(await at({ signal })),
      onProgress: ({ file, bytes_done, bytes_total }) =>
        handle.step(key, { progress: bytes_total > 0 ? bytes_done / bytes_total : 1, message: file }),
    })
    const changed = result.files.some(({ status }) => status !== 'unchanged')
    handle.step(key, { state: changed ? 'done' : 'unchanged', progress: 1, message: null })
    return result
  })
}
