import type { ClusterDownResult } from '../../api.ts'
import { CineError } from '../../errors.ts'
import { runningDaemons, strays } from '../daemons/registry.ts'
import { stopProcess } from '../daemons/stop.ts'
import { type Stopped, stopDaemons } from '../daemons/stop-daemons.ts'
import { resolveTarget, type Target } from '../target.ts'
import { withClusterLock } from './lock.ts'
import { hdfsOrNull, yarnOrNull } from './ready.ts'
import { runScript } from './scripts.ts'
import { type OnStep, step } from './steps.ts'

export interface DownOptions {
  env?: NodeJS.ProcessEnv
  signal?: AbortSignal | undefined
  onStep?: OnStep
}

export const DOWN_STEPS = ['stop_yarn', 'stop_hdfs'] as const

/** Stops the cluster, YARN first. Once begun, it goes on to its end: half of a cluster is of no use. */
export async function clusterDown({
  env = process.env,
  signal,
  onStep = () => {},
}: DownOptions = {}): Promise<ClusterDownResult> {
  const started = performance.now()
  const target = await resolveTarget(env)
  const stopped = await withClusterLock(target.home, () =>
    target.kind === 'own' ? stopOwn(target, onStep) : stopOther(target, { env, signal }, onStep),
  )
  return {
    status: stopped.length > 0 ? 'stopped' : 'unchanged',
    stopped,
    seconds: Math.round(performance.now() - started) / 1000,
  }
}

async function stopOwn({ home }: Target, onStep: OnStep): Promise<Stopped[]> {
  const running = await runningDaemons(home)
  const stopped: Stopped[] = []
  const stop = async (...names: Parameters<typeof stopDaemons>[2]) => {
    const some = await stopDaemons(home, running, names)
    stopped.push(...some)
    return some.length > 0
  }
  await step(onStep, 'stop_yarn', () => stop('nodemanager', 'resourcemanager'))
  await step(onStep, 'stop_hdfs', () => stop('datanode', 'namenode'))
  for (const stray of await strays(home, new Map())) {
    const how = await stopProcess(stray)
    if (how === 'term' || how === 'kill') stopped.push({ name: 'stray', pid: stray.pid, how })
  }
  return stopped
}

async function stopOther(
  target: Target,
  context: { env: NodeJS.ProcessEnv; signal: AbortSignal | undefined },
  onStep: OnStep,
): Promise<ClusterDownResult['stopped']> {
  if (target.kind === 'remote') {
    throw new CineError(
      'CLUSTER_NOT_OURS',
      `The cluster of ${target.conf_dir} runs elsewhere and is not stopped from here.`,
      {
        hint: 'Stop it on its own machines.',
      },
    )
  }
  const stopped: ClusterDownResult['stopped'] = []
  const halves = [
    ['stop_yarn', 'resourcemanager', 'stop-yarn.sh', () => yarnOrNull(target.resource_managers)],
    ['stop_hdfs', 'namenode', 'stop-dfs.sh', () => hdfsOrNull(target.webhdfs)],
  ] as const
  for (const [key, name, script, ask] of halves) {
    await step(onStep, key, async () => {
      if ((await ask()) === null) return false
      await runScript(target, script, context)
      stopped.push({ name, pid: null, how: 'term' })
      return true
    })
  }
  return stopped
}
