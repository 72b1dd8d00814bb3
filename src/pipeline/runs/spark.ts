import { cp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { CheckedParams, SparkCommand, SparkRunResult } from '../api.ts'
import { clusterStatus, openRunOnHdfs, sparkLauncher } from '../cluster/index.ts'
import { runSpark, type SparkRunOptions, sparkByHand } from '../engines/index.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { withWriterLock } from '../lake/lock.ts'
import { tableFolder } from '../lake/run-folders.ts'
import { TABLE_NAMES } from '../lake/schema.ts'
import { clusterEnvironment } from '../settings/index.ts'
import { type JobHandle, runJob } from './job.ts'
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
async function transformOnSpark(
  context: JobContext,
  job: JobHandle,
  verb: string,
  params: Params,
): Promise<SparkRunResult> {
  const result = await runSpark(context.layout, {
    verb,
    ...(params.n_rows === undefined ? {} : { n_rows: params.n_rows }),
    force: params.force,
    signal: context.signal,
    onStep: (key, patch) => job.step(key, patch),
    onLog: (line) => job.log('debug', line),
    ...(await sparkOptions(params, context.signal)),
  })
  if (result.status === 'published') context.emit({ type: 'published', run_id: result.run_id })
  if (params.local_mirror !== undefined) await mirror(context.layout, result.run_id, params.local_mirror)
  return result
}

/** The command that hands the job to Spark, its plan written for it, nothing run. */
export async function sparkCommand({ layout, signal }: JobContext, params: Params): Promise<SparkCommand> {
  const options = await sparkOptions(params, signal)
  return withWriterLock(layout, 'spark-etl', () =>
    sparkByHand(layout, { ...options, n_rows: params.n_rows, signal }),
  )
}

/**
 * Where and with what: `SPARK_MASTER`, else YARN when the cluster runs, else this machine. On HDFS when a folder of
 * it is named, or on YARN.
 */
async function sparkOptions(
  params: Params,
  signal: AbortSignal,
): Promise<Pick<SparkRunOptions, 'launcher' | 'master' | 'deploy_mode' | 'conf' | 'hdfs'>> {
  const saved = await clusterEnvironment()
  const env: NodeJS.ProcessEnv = {
    ...saved,
    HDFS_RAW: params.raw_base_uri ?? saved.HDFS_RAW,
    HDFS_CURATED: params.curated_base_uri ?? saved.HDFS_CURATED,
  }
  const master = params.master ?? (env.SPARK_MASTER || (await defaultMaster(env, signal)))
  const onHdfs =
    master === 'yarn' || params.raw_base_uri !== undefined || params.curated_base_uri !== undefined
  return {
    launcher: await sparkLauncher({ onCluster: onHdfs }, env),
    master,
    deploy_mode: params.deploy_mode,
    conf: params.spark_conf,
    hdfs: onHdfs ? await openRunOnHdfs(env) : null,
  }
}

async function defaultMaster(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<string> {
  const status = await clusterStatus({ env, signal }).catch(() => null)
  return status?.state === 'running' ? 'yarn' : 'local[*]'
}

/** The tables of a run, also as `<folder>/<table>/run_id=…`. */
async function mirror(layout: LakeLayout, runId: string, folder: string): Promise<void> {
  for (const table of TABLE_NAMES)
    await cp(tableFolder(layout, table, runId), join(resolve(folder), table, `run_id=${runId}`), {
      recursive: true,
    })
}
