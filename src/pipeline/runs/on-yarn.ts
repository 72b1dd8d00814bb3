import { endApplication, explainSparkFailure, prepareYarnJob } from '../cluster/index.ts'
import { CineError, isCancelled } from '../errors.ts'
import type { JobHandle } from './job.ts'

interface YarnRun {
  /** Settings of Spark that the cluster asks for. */
  conf: Record<string, string>
  /** To be given each line of Spark's own log. */
  onLog: JobHandle['log']
  /** To be told the application of a job that is cancelled. */
  onCancel(id: string): Promise<void>
}

interface OnYarnOptions {
  deployMode: 'client' | 'cluster'
  env: NodeJS.ProcessEnv
  signal: AbortSignal
  onLog: JobHandle['log']
  /** Spark's jars on their way to HDFS, 0–1. */
  onArchive(share: number): void
}

/** Of Spark's log, what is kept to find the cause of a failure in. */
const KEPT_LINES = 4000

/**
 * Runs a job of Spark on YARN: the cluster is made ready for it; when it fails, the cause is read out of its own log
 * and those of its containers; when it is cancelled, its application is ended, whatever its driver still does.
 */
export async function onYarn<T>(
  { env, deployMode, signal, onLog, onArchive }: OnYarnOptions,
  work: (run: YarnRun) => Promise<T>,
): Promise<T> {
  const job = await prepareYarnJob({ env, deployMode, signal, onArchive })
  const log: string[] = []
  let application: string | null = null
  const hear: JobHandle['log'] = (level, line) => {
    application ??= /\bapplication_\d+_\d+\b/.exec(line)?.[0] ?? null
    log.push(line)
    if (log.length > KEPT_LINES) log.shift()
    onLog(level, line)
  }
  try {
    return await work({
      conf: { ...job.conf, 'spark.local.dir': job.scratch },
      onLog: hear,
      onCancel: (id) => endApplication(id, env),
    })
  } catch (error) {
    if (application && isCancelled(error)) await endApplication(application, env).catch(() => {})
    if (!isOfJob(error)) throw error
    throw await explainSparkFailure({ log: log.join('\n'), application_id: application }, env)
  } finally {
    await job.discard()
  }
}

/** Told by the engine of a job that ended badly: it knows the driver's own log only. */
function isOfJob(error: unknown): boolean {
  return error instanceof CineError && 'exit_code' in error.details
}
