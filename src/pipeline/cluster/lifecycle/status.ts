import { readFile } from 'node:fs/promises'
import { execa } from 'execa'
import type { ClusterStatus, Daemon, DaemonName, HdfsState, YarnState } from '../../api.ts'
import { daemonLog } from '../daemons/java-command.ts'
import { type Running, runningDaemons } from '../daemons/registry.ts'
import { DAEMONS, START_ORDER } from '../daemons/specs.ts'
import { ownHadoop } from '../find/hadoop.ts'
import { findJava } from '../find/java.ts'
import { findSpark } from '../find/spark.ts'
import { type Ports, readPorts } from '../ports.ts'
import { resolveTarget, type Target } from '../target.ts'
import { defaultFs, lakeBases } from './bases.ts'
import { hdfsOrNull, isDataNodeReady, yarnOrNull } from './ready.ts'

/** What runs and how it is, without a JVM: by process, by HTTP. */
export async function clusterStatus({
  env = process.env,
  signal,
}: {
  env?: NodeJS.ProcessEnv
  signal?: AbortSignal
} = {}): Promise<ClusterStatus> {
  const target = await resolveTarget(env)
  const ports = await readPorts(target.home.ports)
  const own = target.kind === 'own'
  const webhdfs = own ? [`http://localhost:${ports.namenode_http}`] : target.webhdfs
  const managers = own ? [`http://localhost:${ports.resourcemanager_http}`] : target.resource_managers
  const running = own ? await runningDaemons(target.home) : null
  // Another program may answer on a port of a cluster that does not run.
  const asked = (name: DaemonName) => !running || running.has(name)
  const [hdfs, yarn] = await Promise.all([
    asked('namenode') ? hdfsOrNull(webhdfs, signal) : null,
    asked('resourcemanager') ? yarnOrNull(managers, signal) : null,
  ])
  const daemons = running
    ? await ownDaemons(target, running, ports, hdfs, yarn, signal)
    : otherDaemons(webhdfs, managers, hdfs, yarn)
  const { raw, curated } = await lakeBases(target, env)
  return {
    cluster: target.kind,
    state: stateOf(hdfs, yarn, daemons),
    installed: !own || (await ownHadoop(env)) !== null,
    home: target.home.root,
    conf_dir: target.conf_dir,
    default_fs: await defaultFs(target),
    webhdfs: [...webhdfs],
    resource_managers: [...managers],
    daemons,
    hdfs,
    yarn,
    raw: raw.uri,
    curated: curated.uri,
    environment: await environment(target, env),
  }
}

function stateOf(
  hdfs: HdfsState | null,
  yarn: YarnState | null,
  daemons: readonly Daemon[],
): ClusterStatus['state'] {
  const whole = hdfs && !hdfs.safe_mode && hdfs.live_datanodes > 0 && yarn && yarn.active_nodes > 0
  if (whole && daemons.every(({ state }) => state === 'running')) return 'running'
  return hdfs || yarn || daemons.some(({ state }) => state !== 'stopped') ? 'partial' : 'stopped'
}

async function ownDaemons(
  { home }: Target,
  running: ReadonlyMap<DaemonName, Running>,
  ports: Ports,
  hdfs: HdfsState | null,
  yarn: YarnState | null,
  signal: AbortSignal | undefined,
): Promise<Daemon[]> {
  const dataNode =
    running.has('datanode') && (await isDataNodeReady(`http://localhost:${ports.datanode_http}`, signal))
  const answers: Record<DaemonName, boolean> = {
    namenode: hdfs !== null,
    datanode: dataNode === true,
    resourcemanager: yarn !== null,
    nodemanager: (yarn?.active_nodes ?? 0) > 0,
  }
  return Promise.all(
    START_ORDER.map(async (name) => {
      const daemon = running.get(name)
      const spec = DAEMONS[name]
      return {
        name,
        state: daemon ? (answers[name] ? 'running' : 'starting') : 'stopped',
        pid: daemon?.pid ?? null,
        port: ports[spec.ports[0]],
        http: `http://localhost:${ports[spec.http]}`,
        uptime_seconds: daemon?.started_at
          ? Math.round((Date.now() - Date.parse(daemon.started_at)) / 1000)
          : null,
        rss_bytes: daemon ? await residentBytes(daemon.pid) : null,
        log: daemonLog(home, name),
      } satisfies Daemon
    }),
  )
}

/** Of a cluster that is not ours, what its two masters tell. */
function otherDaemons(
  webhdfs: readonly string[],
  managers: readonly string[],
  hdfs: HdfsState | null,
  yarn: YarnState | null,
): Daemon[] {
  const one = (name: DaemonName, runs: boolean, http: string | null): Daemon => ({
    name,
    state: runs ? 'running' : 'stopped',
    pid: null,
    port: null,
    http,
    uptime_seconds: null,
    rss_bytes: null,
    log: null,
  })
  return [
    one('namenode', hdfs !== null, webhdfs[0] ?? null),
    one('datanode', (hdfs?.live_datanodes ?? 0) > 0, null),
    one('resourcemanager', yarn !== null, managers[0] ?? null),
    one('nodemanager', (yarn?.active_nodes ?? 0) > 0, null),
  ]
}

async function residentBytes(pid: number): Promise<number | null> {
  if (process.platform !== 'linux') {
    const { stdout, failed } = await execa('ps', ['-o', 'rss=', '-p', String(pid)], { reject: false })
    return failed ? null : Number(stdout.trim()) * 1024
  }
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kb = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  return kb === undefined ? null : Number(kb) * 1024
}

/** What Spark needs to find the cluster; what is not installed is left out. */
async function environment(target: Target, env: NodeJS.ProcessEnv): Promise<Record<string, string>> {
  const [java, spark] = await Promise.all([findJava(env).catch(() => null), findSpark(env).catch(() => null)])
  const python = env.PYSPARK_PYTHON || spark?.python
  return {
    HADOOP_CONF_DIR: target.conf_dir,
    ...(java ? { JAVA_HOME: java.home } : {}),
    ...(spark ? { SPARK_HOME: spark.path } : {}),
    ...(python ? { PYSPARK_PYTHON: python } : {}),
  }
}
