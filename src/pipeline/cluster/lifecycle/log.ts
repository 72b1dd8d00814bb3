import { stat } from 'node:fs/promises'
import type { ClusterLog, DaemonName } from '../../api.ts'
import { daemonLog, daemonOut } from '../daemons/java-command.ts'
import { type ClusterHome, clusterHome } from '../folders.ts'
import { lastLines } from './log-tail.ts'

/** The end of what a daemon of ours wrote: its log, or what its JVM said when that is newer. */
export async function daemonLastLines(
  name: DaemonName,
  count: number,
  env: NodeJS.ProcessEnv = process.env,
): Promise<ClusterLog> {
  const path = await newest(clusterHome(env), name)
  return { path, lines: await lastLines(path, count) }
}

/** A JVM that dies before it logs has said why on its output. */
async function newest(home: ClusterHome, name: DaemonName): Promise<string> {
  const log = daemonLog(home, name)
  const out = daemonOut(home, name)
  const [logged, said] = await Promise.all([log, out].map((path) => stat(path).catch(() => null)))
  return said && said.size > 0 && said.mtimeMs > (logged?.mtimeMs ?? 0) ? out : log
}
