import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { YarnState } from '../../api.ts'
import { CineError } from '../../errors.ts'
import { findSpark } from '../find/spark.ts'
import { openHdfs } from '../hdfs/open.ts'
import { yarnOrNull } from '../lifecycle/ready.ts'
import { waitFor } from '../lifecycle/wait.ts'
import { resolveTarget, type Target } from '../target.ts'
import { openYarn } from '../yarn/applications.ts'
import { sparkArchive } from './archive.ts'

/** What a job needs of the cluster before it is submitted. */
export interface YarnJob {
  /** Settings of Spark. */
  conf: Record<string, string>
  /** A folder for the local files of its driver, until `discard`. */
  scratch: string
  /** Removes that folder. */
  discard(): Promise<void>
}

export interface YarnJobOptions {
  /** Where the driver runs. */
  deployMode: 'client' | 'cluster'
  env?: NodeJS.ProcessEnv
  signal?: AbortSignal | undefined
  /** Spark's jars on their way to HDFS, 0–1. */
  onArchive?: (share: number) => void
}

/** What does not answer is told within seconds; a second attempt would write what the first one has begun. */
const YARN_CONF = {
  'spark.yarn.maxAppAttempts': '1',
  // Driver, master and executor on one busy machine may take minutes to find each other; one that is gone is told by
  // YARN at once.
  'spark.network.timeout': '600s',
  'spark.yarn.am.waitTime': '600s',
  'spark.hadoop.ipc.client.connect.max.retries': '3',
  'spark.hadoop.yarn.resourcemanager.connect.max-wait.ms': '20000',
  'spark.hadoop.yarn.resourcemanager.connect.retry-interval.ms': '2000',
}
/** Driver and executors are on this machine: nothing of it is to be reached from another. (Of a driver in the cluster
 * YARN says where it is.) */
const HERE = { 'spark.driver.bindAddress': '127.0.0.1', 'spark.driver.host': 'localhost' }

/**
 * Makes the cluster ready for a job of Spark on YARN: sees that YARN has a node, and that Spark's jars are on HDFS, so
 * that the job need not ship them. Throws `YARN_UNREACHABLE`, `SPARK_MISSING`, `HDFS_…`, `CANCELLED`.
 */
export async function prepareYarnJob(options: YarnJobOptions): Promise<YarnJob> {
  const { env = process.env, deployMode, signal, onArchive } = options
  const target = await resolveTarget(env)
  await requireYarn(target, signal)
  const spark = await findSpark(env)
  const scratch = join(target.home.scratch, randomUUID())
  await mkdir(scratch, { recursive: true })
  const discard = () => rm(scratch, { recursive: true, force: true })
  try {
    const path = await sparkArchive(await openHdfs(target), spark, {
      userFolder: `/user/${target.user}`,
      scratch,
      env,
      signal,
      ...(onArchive ? { onProgress: onArchive } : {}),
    })
    const conf = {
      ...YARN_CONF,
      ...(target.kind === 'own' && deployMode === 'client' ? HERE : {}),
      'spark.yarn.archive': `${target.default_fs}${path}`,
    }
    return { conf, scratch, discard }
  } catch (error) {
    await discard()
    throw error
  }
}

/** How long a node may take to be known to a ResourceManager that has just started, on a machine that is busy. */
const NODE_LIMIT_MS = 60_000

/**
 * Spark itself tries for minutes to reach a ResourceManager that is not there; one that answers may still be without a
 * node that has memory to give.
 */
async function requireYarn(target: Target, signal: AbortSignal | undefined): Promise<void> {
  const ask = () => yarnOrNull(target.resource_managers, signal)
  const first = await ask()
  if (!first) throw noYarn(target, null)
  const last = { yarn: first }
  await waitFor(
    async () => {
      last.yarn = (await ask()) ?? last.yarn
      return last.yarn.active_nodes > 0 && last.yarn.total_mb > 0 ? true : null
    },
    { limitMs: NODE_LIMIT_MS, signal },
    () => noYarn(target, last.yarn),
  )
}

function noYarn(target: Target, yarn: YarnState | null): CineError {
  const where = target.resource_managers.join(', ') || 'no address'
  const start = target.kind === 'remote' ? 'Start YARN on its own machines' : 'Start YARN: cine cluster up'
  const unhealthy = yarn?.unhealthy_nodes ? `, ${yarn.unhealthy_nodes} of them unhealthy` : ''
  const message = yarn
    ? `YARN has no node to run the job on (${where}${unhealthy}).`
    : `The ResourceManager of YARN does not answer (${where}).`
  return new CineError('YARN_UNREACHABLE', message, {
    hint: `${start}. Or use the local engine: cine etl.`,
    details: { resource_managers: target.resource_managers },
  })
}

/** Ends the application of a job that was cancelled, whatever its driver still does; one that is over stays so. */
export async function endApplication(id: string, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const yarn = await openYarn(await resolveTarget(env))
  await yarn.kill(id).catch(() => {})
}
