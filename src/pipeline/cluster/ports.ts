import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { z } from 'zod'
import { CineError } from '../errors.ts'
import { writeFileAtomic } from '../lake/atomic.ts'

/** Every port of our own cluster, with Hadoop's usual number. All on 127.0.0.1. */
export const USUAL_PORTS = {
  namenode_rpc: 9000,
  namenode_http: 9870,
  datanode: 9866,
  datanode_http: 9864,
  datanode_ipc: 9867,
  resourcemanager: 8032,
  resourcemanager_scheduler: 8030,
  resourcemanager_tracker: 8031,
  resourcemanager_admin: 8033,
  resourcemanager_http: 8088,
  nodemanager: 8041,
  nodemanager_localizer: 8040,
  nodemanager_http: 8042,
  nodemanager_collector: 8048,
} as const

export type PortName = keyof typeof USUAL_PORTS
export type Ports = Record<PortName, number>
export const PORT_NAMES = Object.keys(USUAL_PORTS) as PortName[]

/** Where the search for another port begins: below those that systems hand out for outgoing connections. */
const OFFSET = 10_000
const LAST = 32_767

const portsSchema = z.partialRecord(
  z.enum(PORT_NAMES as [PortName, ...PortName[]]),
  z.int().min(1).max(65_535),
)

/** The ports as they were remembered, the usual ones otherwise. */
export async function readPorts(path: string): Promise<Ports> {
  const text = await readFile(path, 'utf8').catch(() => '{}')
  try {
    return { ...USUAL_PORTS, ...portsSchema.parse(JSON.parse(text)) }
  } catch {
    return { ...USUAL_PORTS }
  }
}

/**
 * The ports to start with: those remembered, but for the ones that somebody else has taken since, which are
 * chosen anew. `keep` are those of our daemons that run. Writes down what it chose.
 */
export async function choosePorts(path: string, keep: ReadonlySet<PortName>): Promise<Ports> {
  const ports = await readPorts(path)
  const taken = new Set<number>(PORT_NAMES.filter((name) => keep.has(name)).map((name) => ports[name]))
  for (const name of PORT_NAMES) {
    if (keep.has(name)) continue
    const free = async (port: number) => !taken.has(port) && (await isFree(port))
    if (!(await free(ports[name]))) ports[name] = await nextFree(USUAL_PORTS[name] + OFFSET, free)
    taken.add(ports[name])
  }
  await writeFileAtomic(path, `${JSON.stringify(ports, null, 2)}\n`)
  return ports
}

/** Whether a server could listen there now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })
}

async function nextFree(from: number, free: (port: number) => Promise<boolean>): Promise<number> {
  for (let port = from; port <= LAST; port++) if (await free(port)) return port
  throw new CineError('CLUSTER_NO_PORT', `No free port was found from ${from} to ${LAST}.`, {
    hint: 'Close programs that listen on many ports, then run `cine cluster up` again.',
  })
}
