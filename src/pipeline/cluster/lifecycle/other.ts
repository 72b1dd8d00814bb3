import { CineError } from '../../errors.ts'
import type { Target } from '../target.ts'
import type { Begun } from './common-steps.ts'
import type { StartContext } from './own.ts'
import { hdfsOrNull, tooLate, yarnOrNull } from './ready.ts'
import { formatUsers, runScript } from './scripts.ts'
import { step } from './steps.ts'
import { waitFor } from './wait.ts'

const REACH_LIMIT_MS = 120_000

/** Brings a cluster that is not ours to the point where its daemons answer: by its scripts, or not at all. */
export async function beginOther(target: Target, context: StartContext): Promise<Omit<Begun, 'folders'>> {
  const { onStep, signal } = context
  const scripts = target.kind === 'scripts'
  onStep('configure', { state: 'unchanged' })
  const formatted = await step(
    onStep,
    'format',
    async () =>
      scripts && (await hdfsOrNull(target.webhdfs, signal)) === null && (await formatUsers(target, context)),
  )
  const startedHdfs = await step(onStep, 'start_hdfs', () => reach(target, NAMENODE, context))
  const startedYarn = await step(onStep, 'start_yarn', () => reach(target, RESOURCEMANAGER, context))
  return { changed: formatted || startedHdfs || startedYarn, daemons: [], formatted }
}

/** A half of a cluster that has a master and workers. */
interface Half {
  title: string
  code: string
  script: 'start-dfs.sh' | 'start-yarn.sh'
  addresses: (target: Target) => readonly string[]
  /** How many workers the master knows; null while it does not answer. */
  workers: (target: Target, signal: AbortSignal | undefined) => Promise<number | null>
}

const NAMENODE: Half = {
  title: 'NameNode',
  code: 'HDFS_UNREACHABLE',
  script: 'start-dfs.sh',
  addresses: (target) => target.webhdfs,
  workers: async (target, signal) => (await hdfsOrNull(target.webhdfs, signal))?.live_datanodes ?? null,
}
const RESOURCEMANAGER: Half = {
  title: 'ResourceManager',
  code: 'YARN_UNREACHABLE',
  script: 'start-yarn.sh',
  addresses: (target) => target.resource_managers,
  workers: async (target, signal) =>
    (await yarnOrNull(target.resource_managers, signal))?.active_nodes ?? null,
}

/** Starts a half of the user's own cluster when its master does not answer. True when it did. */
async function reach(target: Target, half: Half, context: StartContext): Promise<boolean> {
  if ((await half.workers(target, context.signal)) !== null) return false
  if (target.kind === 'remote') throw notReached(target, half)
  await runScript(target, half.script, context)
  await waitFor(
    async () => (await half.workers(target, context.signal)) || null,
    { limitMs: REACH_LIMIT_MS, signal: context.signal },
    () => tooLate(half.title, REACH_LIMIT_MS / 1000, null),
  )
  return true
}

function notReached(target: Target, { title, code, addresses }: Half): CineError {
  const where = addresses(target).join(', ') || 'no address'
  return new CineError(
    code,
    `The ${title} of the cluster in ${target.conf_dir} does not answer (${where}).`,
    {
      hint: 'It runs elsewhere and is not started from here: start it there, or check HADOOP_CONF_DIR and the network.',
      details: { conf_dir: target.conf_dir },
    },
  )
}
