import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { DaemonName } from '../../api.ts'
import { writeFileAtomic } from '../../lake/atomic.ts'
import type { ClusterHome } from '../folders.ts'
import { processIdentity } from '../processes/identity.ts'
import { listProcesses, type ProcessEntry, processVariable } from '../processes/list.ts'
import { daemonMark, homeMark } from './java-command.ts'
import { START_ORDER } from './specs.ts'

/** A process of ours that runs now. */
export interface Running {
  pid: number
  /** What tells it from a later process with the same number. */
  identity: string
  /** ISO 8601; null when it was started by a command that was killed before it wrote this down. */
  started_at: string | null
}

const pidSchema = z.object({
  pid: z.int().min(2),
  identity: z.string().min(1),
  started_at: z.string().nullable(),
})

const pidFile = (home: ClusterHome, name: DaemonName) => join(home.run, `${name}.json`)

/**
 * Our daemons that run, by their pid files, each checked against the moment its process started; those
 * without one are looked for among all processes, because a command that was killed right after it started
 * a daemon has written none.
 */
export async function runningDaemons(home: ClusterHome): Promise<Map<DaemonName, Running>> {
  const found = new Map<DaemonName, Running>()
  for (const name of START_ORDER) {
    const running = await readPidFile(home, name)
    if (running) found.set(name, running)
  }
  if (found.size === START_ORDER.length) return found
  const processes = await ourProcesses(home)
  for (const name of START_ORDER.filter((each) => !found.has(each))) {
    const [entry] = processes.filter(({ args }) => args.includes(daemonMark(name)))
    const identity = entry && (await processIdentity(entry.pid))
    if (!identity) continue
    const running = { pid: entry.pid, identity, started_at: null }
    found.set(name, running)
    await rememberDaemon(home, name, running)
  }
  return found
}

export async function rememberDaemon(home: ClusterHome, name: DaemonName, running: Running): Promise<void> {
  await mkdir(home.run, { recursive: true })
  await writeFileAtomic(pidFile(home, name), `${JSON.stringify(running)}\n`)
}

export function forgetDaemon(home: ClusterHome, name: DaemonName): Promise<void> {
  return rm(pidFile(home, name), { force: true })
}

/** JVMs of ours that are none of the running daemons: a second one of a kind, or one that formats. */
export async function strays(
  home: ClusterHome,
  running: ReadonlyMap<DaemonName, Running>,
): Promise<Running[]> {
  const known = new Set([...running.values()].map(({ pid }) => pid))
  return identified((await ourProcesses(home)).filter(({ pid }) => !known.has(pid)))
}

/**
 * What YARN's containers left running: a NodeManager that was killed outright cannot stop them. They are
 * told by the folders that YARN gave them, so that nobody's shell or editor in there is taken for one.
 */
export async function containerProcesses(home: ClusterHome): Promise<Running[]> {
  const inside = `${home.yarnLocal}/usercache/`
  const processes = await listProcesses()
  const isContainer = await Promise.all(
    processes.map(async ({ pid, args }) => {
      if (args.some((word) => word.startsWith(`-Djava.io.tmpdir=${inside}`))) return true
      return (await processVariable(pid, 'LOCAL_DIRS'))?.startsWith(inside) ?? false
    }),
  )
  return identified(processes.filter((_, index) => isContainer[index]))
}

async function ourProcesses(home: ClusterHome): Promise<ProcessEntry[]> {
  const processes = await listProcesses()
  return processes.filter(({ args }) => args.includes(homeMark(home)))
}

async function identified(entries: readonly ProcessEntry[]): Promise<Running[]> {
  const all = await Promise.all(
    entries.map(async ({ pid }): Promise<Running[]> => {
      const identity = await processIdentity(pid)
      return identity === null ? [] : [{ pid, identity, started_at: null }]
    }),
  )
  return all.flat()
}

async function readPidFile(home: ClusterHome, name: DaemonName): Promise<Running | null> {
  const text = await readFile(pidFile(home, name), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    const running = pidSchema.parse(JSON.parse(text))
    return (await processIdentity(running.pid)) === running.identity ? running : null
  } catch {
    return null
  }
}
