import type { ClusterUpResult } from '../../api.ts'
import { CineError, cancelled, isCancelled } from '../../errors.ts'
import { requireHdfs, resolveTarget, type Target } from '../target.ts'
import { type Begun, makeFolders, safeMode } from './common-steps.ts'
import { withClusterLock } from './lock.ts'
import { beginOther } from './other.ts'
import { OwnStart, type StartContext } from './own.ts'
import { clusterStatus } from './status.ts'
import { type OnStep, step } from './steps.ts'

export interface UpOptions {
  env?: NodeJS.ProcessEnv
  signal?: AbortSignal | undefined
  /** Erases the HDFS that is there. */
  force?: boolean
  safeModeSeconds?: number
  /** `started`: the daemons answer; `ready`, the usual: HDFS takes changes and has the folders of the lake. */
  until?: 'started' | 'ready'
  onStep?: OnStep
}

/** The steps of a start, in order. */
export const UP_STEPS = ['configure', 'format', 'start_hdfs', 'start_yarn', 'safe_mode', 'folders'] as const

/**
 * Brings the cluster to the point where files can be sent and jobs submitted: started if it is ours to
 * start, waited for otherwise. What runs already is left running, also when it was started by a command that
 * was killed. A start that fails or is cancelled stops what it has started.
 */
export async function clusterUp(options: UpOptions = {}): Promise<ClusterUpResult> {
  const { env = process.env, signal, force = false, onStep = () => {} } = options
  const { safeModeSeconds = 120, until = 'ready' } = options
  const started = performance.now()
  const target = await resolveTarget(env)
  const context: StartContext = { env, signal, onStep }
  const begun = await withClusterLock(target.home, async () => {
    try {
      return await begin(target, context, force, until === 'ready' ? safeModeSeconds : null)
    } catch (error) {
      throw signal?.aborted && !isCancelled(error) ? cancelled() : error
    }
  })
  const { daemons, formatted, folders } = begun
  return {
    status: begun.changed ? 'started' : 'unchanged',
    started: daemons,
    formatted,
    folders,
    seconds: Math.round(performance.now() - started) / 1000,
    cluster: await clusterStatus({ env }),
  }
}

/**
 * Waits until HDFS takes changes and makes the folders of the lake: the rest of a start that went as far as
 * `started`. Gives the folders that it made. Throws `HDFS_SAFE_MODE_STUCK`, `HDFS_UNREACHABLE`, `HDFS_PERMISSION`.
 */
export async function clusterReady({
  env = process.env,
  signal,
  safeModeSeconds = 120,
  onStep = () => {},
}: Omit<UpOptions, 'force' | 'until'> = {}): Promise<string[]> {
  const target = await resolveTarget(env)
  return ready(target, { env, signal, onStep }, safeModeSeconds)
}

async function ready(target: Target, context: StartContext, seconds: number): Promise<string[]> {
  await safeMode(target, context, seconds)
  return makeFolders(target, context)
}

/** `safeModeSeconds` is null when nothing is waited for. */
async function begin(
  target: Target,
  context: StartContext,
  force: boolean,
  safeModeSeconds: number | null,
): Promise<Begun> {
  if (target.kind === 'own') return beginOwn(target, context, force, safeModeSeconds)
  requireHdfs(target)
  if (force) throw notOurs(target)
  const begun = await beginOther(target, context)
  const folders = safeModeSeconds === null ? [] : await ready(target, context, safeModeSeconds)
  return { ...begun, changed: begun.changed || folders.length > 0, folders }
}

/** Between a port's being chosen and its use, another program may take it: the next attempt chooses others. */
const ATTEMPTS = 3

async function beginOwn(
  target: Target,
  context: StartContext,
  force: boolean,
  safeModeSeconds: number | null,
): Promise<Begun> {
  let formatted = false
  for (let attempt = 1; ; attempt++) {
    const start = await OwnStart.prepare(target.home, context)
    try {
      const begun = await startOwn(start, context, force && attempt === 1, safeModeSeconds)
      return { ...begun, formatted: formatted || begun.formatted }
    } catch (error) {
      const isTaken = error instanceof CineError && error.code === 'CLUSTER_PORT_TAKEN'
      if (!isTaken || attempt === ATTEMPTS || context.signal?.aborted) throw error
      formatted ||= start.formatted
      context.onStep('configure', { message: error.message })
    }
  }
}

async function startOwn(
  start: OwnStart,
  context: StartContext,
  force: boolean,
  safeModeSeconds: number | null,
): Promise<Begun> {
  const { onStep, signal, env } = context
  try {
    await step(onStep, 'configure', () => start.configure(force))
    await step(onStep, 'format', () => start.format())
    await start.startAll()
    await step(onStep, 'start_hdfs', () => start.hdfsAnswers())
    await step(onStep, 'start_yarn', () => start.yarnAnswers())
    // Its settings are written now.
    const ours = await resolveTarget(env)
    const folders = safeModeSeconds === null ? [] : await ready(ours, context, safeModeSeconds)
    signal?.throwIfAborted()
    return {
      changed: start.started.length > 0 || folders.length > 0,
      daemons: start.started,
      formatted: start.formatted,
      folders,
    }
  } catch (error) {
    await start.undo()
    throw error
  }
}

function notOurs(target: Target): CineError {
  return new CineError(
    'CLUSTER_NOT_OURS',
    `The HDFS of ${target.conf_dir} is not one that cine started: it is never erased from here.`,
    {
      hint: 'Use its own `hdfs namenode -format` if that is what you want.',
    },
  )
}
