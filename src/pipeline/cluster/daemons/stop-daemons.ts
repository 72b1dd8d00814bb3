import type { DaemonName } from '../../api.ts'
import { CineError } from '../../errors.ts'
import type { ClusterHome } from '../folders.ts'
import { containerProcesses, forgetDaemon, type Running } from './registry.ts'
import { stopProcess } from './stop.ts'

export interface Stopped {
  name: DaemonName | 'container' | 'stray'
  pid: number
  how: 'term' | 'kill'
}

/**
 * A NodeManager that has run a job keeps it in mind until its logs are due to go, waits a while for it to be gone, then
 * ten seconds for whoever was to remove them: 12 s in all, nothing of which can be set. As long as Hadoop gives itself.
 */
const GRACE_MS: Partial<Record<DaemonName, number>> = { nodemanager: 30_000 }

/** Stops these daemons one after the other, and what YARN's containers leave behind. Throws `CLUSTER_SURVIVOR`. */
export async function stopDaemons(
  home: ClusterHome,
  running: ReadonlyMap<DaemonName, Running>,
  order: readonly DaemonName[],
): Promise<Stopped[]> {
  const stopped: Stopped[] = []
  const stop = async (name: Stopped['name'], process: Running, graceMs?: number) => {
    const how = await stopProcess(process, graceMs)
    if (how === 'survived') throw survivor(name, process.pid)
    if (how !== 'gone') stopped.push({ name, pid: process.pid, how })
  }
  for (const name of order) {
    const daemon = running.get(name)
    if (daemon) await stop(name, daemon, GRACE_MS[name])
    await forgetDaemon(home, name)
    if (name === 'nodemanager') {
      for (const container of await containerProcesses(home)) await stop('container', container, 3000)
    }
  }
  return stopped
}

function survivor(name: string, pid: number): CineError {
  return new CineError(
    'CLUSTER_SURVIVOR',
    `Process ${pid} (${name}) does not end, not even when it is killed.`,
    {
      hint: 'It hangs in the system, often on a disk that does not answer: look at that disk, or restart the machine.',
      details: { pid },
    },
  )
}
