import { cp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type CheckedParams, type SparkCommand, type SparkRunResult, sparkMasterSchema } from '../api.ts'
import { clusterStatus, openRunOnHdfs, prepareYarnJob, sparkLauncher } from '../cluster/index.ts'
import { runSpark, type SparkRunOptions, sparkByHand } from '../engines/index.ts'
import { CineError } from '../errors.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { withWriterLock } from '../lake/lock.ts'
import { tableFolder } from '../lake/run-folders.ts'
import { TABLE_NAMES } from '../lake/schema.ts'
import { clusterEnvironment } from '../settings/index.ts'
import { type JobHandle, runJob } from './job.ts'
import { onYarn } from './on-yarn.ts'
import type { JobContext } from './pipeline.ts'

type Params = CheckedParams<'spark.etl'>

/** Transforms what has landed with Spark, and publishes it. */
export function sparkJob(context: JobContext, params: Params): Promise<SparkRunResult> {
  return withWriterLock(context.layout, 'spark-etl', () =>
    runJob('spark_etl', ['verify', 'transform', 'publish'], context.emit, (job) =>
      transformOnSpark(context, job, 'spark-etl', params),
    ),
  )
}

/** The steps `verify`, `transform` and `publish` of a job that holds the lock, with Spark. */
export async function transformOnSpark(
  context: JobContext,
  job: JobHandle,
  verb: string,
  params: Params,
  onFetch: (share: number) => void = () => {},
): Promise<SparkRunResult> {
  const { layout, signal } = context
  const options = await sparkOptions(params, signal)
  const run = (of: Pick<SparkRunOptions, 'conf' | 'onLog' | 'onCancel'>) =>
    runSpark(layout, {
      ...options,
      verb,
      ...(params.n_rows === undefined ? {} : { n_rows: params.n_rows }),
      force: params.force,
      signal,
      onStep: (key, patch) => job.step(key, patch),
      onFetch,
      ...of,
    })
  const result =
    options.master === 'yarn'
      ? await onYarn(
          {
            env: options.env,
            deployMode: options.deploy_mode,
            signal,
            onLog: job.log,
            onArchive: (share) => archive(job, share),
          },
          (yarn) => run({ ...yarn, conf: { ...yarn.conf, ...options.conf } }),
        )
      : await run({ onLog: job.log, conf: options.conf })
  if (result.status === 'published') context.emit({ type: 'published', run_id: result.run_id })
  if (params.local_mirror !== undefined) await mirror(context.layout, result.run_id, params.local_mirror)
  return result
}

/** The command that hands the job to Spark, its plan written for it, nothing run. */
export async function sparkCommand({ layout, signal }: JobContext, params: Params): Promise<SparkCommand> {
  const options = await sparkOptions(params, signal)
  return withWriterLock(layout, 'spark-etl', async () => {
    const cluster = options.master === 'yarn' ? await yarnConf(options, signal) : {}
    const conf = { ...cluster, ...options.conf }
    return sparkByHand(layout, { ...options, conf, n_rows: params.n_rows, signal })
  })
}

/** What a job on YARN is told that is started by hand; its local files go where Spark puts them by itself. */
async function yarnConf(
  { env, deploy_mode }: Pick<SparkRunOptions, 'deploy_mode'> & { env: NodeJS.ProcessEnv },
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const job = await prepareYarnJob({ env, deployMode: deploy_mode, signal })
  await job.discard()
  return job.conf
}

/**
 * Where and with what: `SPARK_MASTER`, else YARN when the cluster runs, else this machine. On HDFS when a folder of
 * it is named, by the request or by `HDFS_RAW` and `HDFS_CURATED`, or on YARN.
 */
async function sparkOptions(
  params: Params,
  signal: AbortSignal,
): Promise<
  Pick<SparkRunOptions, 'launcher' | 'master' | 'deploy_mode' | 'conf' | 'hdfs'> & { env: NodeJS.ProcessEnv }
> {
  const saved = await clusterEnvironment()
  const env: NodeJS.ProcessEnv = {
    ...saved,
    HDFS_RAW: params.raw_base_uri ?? saved.HDFS_RAW,
    HDFS_CURATED: params.curated_base_uri ?? saved.HDFS_CURATED,
  }
  const master = params.master ?? sparkMaster(env) ?? (await defaultMaster(env, signal))
  const onHdfs = master === 'yarn' || Boolean(env.HDFS_RAW || env.HDFS_CURATED)
  return {
    env,
    launcher: await sparkLauncher({ onCluster: onHdfs }, env),
    master,
    deploy_mode: params.deploy_mode,
    conf: params.spark_conf,
    hdfs: onHdfs ? await openRunOnHdfs(env) : null,
  }
}

/** Spark's jars, sent once for a version of Spark. */
function archive(job: JobHandle, share: number): void {
  job.step('verify', { state: 'running', progress: share, message: 'Spark → HDFS' })
}

/** `SPARK_MASTER`; null when it is not set. Throws `USAGE` for what no Spark can be. */
export function sparkMaster(env: NodeJS.ProcessEnv): string | null {
  if (!env.SPARK_MASTER) return null
  const { data, error } = sparkMasterSchema.safeParse(env.SPARK_MASTER)
  if (data !== undefined) return data
  const why = error?.issues[0]?.message ?? ''
  throw new CineError('USAGE', `SPARK_MASTER is ${env.SPARK_MASTER}: ${why}.`, {
    hint: 'Correct it, or unset it: then Spark runs on YARN when the cluster runs, else on this machine.',
    details: { setting: 'SPARK_MASTER' },
  })
}

async function defaultMaster(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<string> {
  const status = await clusterStatus({ env, signal }).catch(() => null)
  return status?.state === 'running' ? 'yarn' : 'local[*]'
}

/** A job whose line of steps is another one: the parts of a run on Spark are told as steps of it. */
export function sparkSteps(job: JobHandle): JobHandle {
  return {
    log: job.log,
    step: (key, patch) => {
      if (key === 'publish') {
        job.step('mirror', {
          state: patch.state === 'unchanged' ? 'unchanged' : 'done',
          progress: 1,
          message: null,
        })
        job.step('publish', patch)
        return
      }
      const { state, progress, ...rest } = patch
      // Both of them are one step there, of which the check is a tenth.
      const [from, to] = key === 'verify' ? [0, CHECK_SHARE] : [CHECK_SHARE, 1]
      const share = progress == null ? {} : { progress: from + progress * (to - from) }
      const over = key === 'verify' && (state === 'done' || state === 'unchanged')
      job.step('spark_run', { ...rest, ...share, ...(state === undefined || over ? {} : { state }) })
    },
  }
}
const CHECK_SHARE = 0.1

/** The tables of a run, also as `<folder>/<table>/run_id=…`. */
async function mirror(layout: LakeLayout, runId: string, folder: string): Promise<void> {
  for (const table of TABLE_NAMES)
    await cp(tableFolder(layout, table, runId), join(resolve(folder), table, `run_id=${runId}`), {
      recursive: true,
    })
}
