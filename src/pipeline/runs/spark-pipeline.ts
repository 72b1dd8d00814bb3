import type { CheckedParams, SparkPipelineResult } from '../api.ts'
import { clusterReady, clusterStatus, clusterUp, pushLake } from '../cluster/index.ts'
import { withWriterLock } from '../lake/lock.ts'
import { clusterEnvironment } from '../settings/index.ts'
import { type JobHandle, runJob } from './job.ts'
import { offeringLocal } from './offer-local.ts'
import { type JobContext, receive, refuseIfLost, requestedFiles } from './pipeline.ts'
import { sparkMaster, sparkSteps, transformOnSpark } from './spark.ts'

type Params = CheckedParams<'spark.pipeline'>

/** The steps of the one click, in order. */
const STEPS = ['start_hdfs', 'receive', 'safe_mode', 'push', 'spark_run', 'mirror', 'publish'] as const

/**
 * Everything from files to published tables on the cluster: HDFS and YARN started, files landed and sent, Spark on
 * YARN, its tables brought back and published. A failure of the cluster carries `details.offer`: the local engine
 * gives the same tables.
 */
export function sparkPipelineJob(context: JobContext, params: Params): Promise<SparkPipelineResult> {
  return withWriterLock(context.layout, 'spark-pipeline', () =>
    runJob('spark_pipeline', STEPS, context.emit, async (job) => {
      const env = await clusterEnvironment()
      await offeringLocal(() => start(context, job, env))
      const files = await requestedFiles(context, job, params, false)
      const ingestions = await receive(context, job, files)
      refuseIfLost(ingestions)
      await offeringLocal(async () => {
        await ready(context, job, env, params.safe_mode_seconds)
        await push(context, job, env)
      })
      const master = params.master ?? sparkMaster(env) ?? 'yarn'
      const { application_id, ...run } = await offeringLocal(() =>
        transformOnSpark(context, sparkSteps(job), 'spark-pipeline', { ...params, master }, (share) => {
          if (share === 0) job.step('spark_run', { state: 'done', progress: 1, message: null })
          job.step('mirror', { state: 'running', progress: share })
        }),
      )
      return { ingestions, run, application_id }
    }),
  )
}

/** Share of a start that is over when a part of it begins. */
const SHARES = { configure: 0, format: 0.1, start_hdfs: 0.2, start_yarn: 0.8 }

async function start({ signal, emit }: JobContext, job: JobHandle, env: NodeJS.ProcessEnv): Promise<void> {
  job.step('start_hdfs', { state: 'running', progress: 0 })
  try {
    const { status, started } = await clusterUp({
      env,
      signal,
      until: 'started',
      onStep: (key, { state, message }) => {
        if (state === 'running' && key in SHARES)
          job.step('start_hdfs', { progress: SHARES[key as keyof typeof SHARES] })
        if (message) job.step('start_hdfs', { message })
      },
    })
    for (const daemon of started) job.log('info', `${daemon} was started.`)
    job.step('start_hdfs', { state: status === 'started' ? 'done' : 'unchanged', progress: 1, message: null })
  } finally {
    emit({ type: 'cluster', status: await clusterStatus({ env }) })
  }
}

async function ready(
  { signal }: JobContext,
  job: JobHandle,
  env: NodeJS.ProcessEnv,
  safeModeSeconds: number,
): Promise<void> {
  job.step('safe_mode', { state: 'running', progress: null })
  const folders = await clusterReady({
    env,
    signal,
    safeModeSeconds,
    onStep: (key, { message }) => {
      if (key === 'safe_mode' && message) job.step('safe_mode', { message })
    },
  })
  for (const folder of folders) job.log('info', `${folder} was made.`)
  job.step('safe_mode', { state: folders.length > 0 ? 'done' : 'unchanged', progress: 1, message: null })
}

async function push({ layout, signal }: JobContext, job: JobHandle, env: NodeJS.ProcessEnv): Promise<void> {
  job.step('push', { state: 'running', progress: 0 })
  const { files, base } = await pushLake(layout.raw, {
    env,
    signal,
    onProgress: ({ file, bytes_done, bytes_total }) =>
      job.step('push', { progress: bytes_total > 0 ? bytes_done / bytes_total : 1, message: file }),
  })
  const sent = files.filter(({ status }) => status === 'sent')
  for (const { file } of sent) job.log('info', `${file} was sent to ${base}.`)
  job.step('push', { state: sent.length > 0 ? 'done' : 'unchanged', progress: 1, message: null })
}
