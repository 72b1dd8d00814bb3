import { hdfsHost } from '../conf/addresses.ts'
import { isFree, PORT_NAMES, type PortName, type Ports, readPorts } from '../ports.ts'
import { portHolders } from '../processes/port-holder.ts'
import { requireHdfs, type Target } from '../target.ts'
import { type Finding, fine, worry } from './check.ts'

export function lookAtConfDir(target: Target, env: NodeJS.ProcessEnv): Finding {
  const setting = env.HADOOP_CONF_DIR ? 'HADOOP_CONF_DIR' : target.hadoop?.setting
  const details = { path: target.conf_dir, setting: setting ?? null }
  if (target.kind === 'own')
    return fine('HADOOP_CONF_DIR is not set: the cluster is the one that cine starts.', details)
  return fine(
    `The settings of Hadoop are in ${target.conf_dir}${setting ? ` (by ${setting})` : ''}.`,
    details,
  )
}

export async function lookAtDefaultFs(target: Target): Promise<Finding> {
  const details = {
    default_fs: target.default_fs,
    webhdfs: target.webhdfs,
    resource_managers: target.resource_managers,
  }
  if (target.kind !== 'own') {
    requireHdfs(target)
    return fine(`Default file system: ${target.default_fs}.`, details)
  }
  const { namenode_rpc } = await readPorts(target.home.ports)
  const default_fs = hdfsHost(target.default_fs) ? target.default_fs : `hdfs://localhost:${namenode_rpc}`
  return fine(`Default file system: ${default_fs}.`, { ...details, default_fs })
}

/** The ports of our own cluster: free, held by its daemons, or by somebody else. `ours` are our daemons' pids. */
export async function lookAtPorts(target: Target, ours: ReadonlySet<number>): Promise<Finding> {
  if (target.kind !== 'own') return fine('Ports: those of the cluster’s own settings.')
  const ports = await readPorts(target.home.ports)
  const seen = await portStates(ports, ours)
  const details = { ports: seen }
  const foreign = seen.filter(({ state }) => state === 'taken')
  if (foreign.length === 0) {
    const running = seen.some(({ state }) => state === 'ours')
    return fine(`Ports: ${running ? 'held by the cluster' : 'free'} (${PORT_NAMES.length} of them).`, details)
  }
  const named = foreign.map(
    ({ port, holder }) =>
      `${port} (${holder ? `${holder.name}, process ${holder.pid}` : 'held by another user'})`,
  )
  return worry('warning', 'PORTS_TAKEN', `Ports in use by other programs: ${named.join(', ')}.`, {
    hint: 'Nothing needs to be done: `cine cluster up` takes others and remembers them.',
    details,
  })
}

async function portStates(ports: Ports, ours: ReadonlySet<number>) {
  const holders = await portHolders(Object.values(ports))
  return Promise.all(
    PORT_NAMES.map(async (name: PortName) => {
      const port = ports[name]
      const holder = holders.get(port) ?? null
      const state = holder && ours.has(holder.pid) ? 'ours' : (await isFree(port)) ? 'free' : 'taken'
      return { name, port, state, holder: state === 'free' ? null : holder }
    }),
  )
}
