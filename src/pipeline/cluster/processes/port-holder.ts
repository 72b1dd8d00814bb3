import { readdir, readFile, readlink } from 'node:fs/promises'
import { execa } from 'execa'

export interface PortHolder {
  pid: number
  /** Such as `java` or `nginx`. */
  name: string
}

/** Who listens on each of these ports; a port is left out when nobody does, or when we may not see who. */
export async function portHolders(ports: readonly number[]): Promise<Map<number, PortHolder>> {
  if (process.platform !== 'linux') return holdersByLsof(ports)
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')),
  )
  const sockets = new Map(tables.flatMap(listeningSockets).filter(([, port]) => ports.includes(port)))
  return sockets.size === 0 ? new Map() : holdersBySocket(sockets)
}

/** Reads `/proc/net/tcp`: socket number and port of each that listens. */
export function listeningSockets(table: string): [inode: string, port: number][] {
  return table.split('\n').flatMap((line): [string, number][] => {
    const fields = line.trim().split(/\s+/)
    const [, local = '', , state] = fields
    const inode = fields[9]
    if (state !== '0A' || !inode) return []
    return [[inode, Number.parseInt(local.split(':')[1] ?? '', 16)]]
  })
}

async function holdersBySocket(sockets: ReadonlyMap<string, number>): Promise<Map<number, PortHolder>> {
  const holders = new Map<number, PortHolder>()
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    for (const file of await readdir(`/proc/${pid}/fd`).catch(() => [])) {
      const link = await readlink(`/proc/${pid}/fd/${file}`).catch(() => '')
      const port = sockets.get(/^socket:\[(\d+)\]$/.exec(link)?.[1] ?? '')
      if (port === undefined || holders.has(port)) continue
      const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => 'unknown')
      holders.set(port, { pid: Number(pid), name: name.trim() })
    }
    if (holders.size === new Set(sockets.values()).size) break
  }
  return holders
}

async function holdersByLsof(ports: readonly number[]): Promise<Map<number, PortHolder>> {
  const filter = ports.map((port) => `-iTCP:${port}`)
  const { stdout } = await execa('lsof', ['-nP', '-sTCP:LISTEN', '-Fpcn', ...filter], { reject: false })
  const holders = new Map<number, PortHolder>()
  let pid = 0
  let name = 'unknown'
  for (const line of stdout?.split('\n') ?? []) {
    if (line.startsWith('p')) pid = Number(line.slice(1))
    if (line.startsWith('c')) name = line.slice(1)
    const port = Number(/^n.*:(\d+)$/.exec(line)?.[1])
    if (port) holders.set(port, { pid, name })
  }
  return holders
}
