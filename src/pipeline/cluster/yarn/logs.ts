import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import type { ContainerLog } from '../../api.ts'
import { lastLines } from '../lifecycle/log-tail.ts'
import type { Target } from '../target.ts'
import type { AppReport } from './application.ts'

export interface Logs {
  containers: ContainerLog[]
  /** Why there are none. */
  missing: string | null
}

interface Options {
  lines: number
  signal?: AbortSignal | undefined
  env: NodeJS.ProcessEnv
}

const TOOL_MS = 120_000
const MANAGER_MS = 20_000
/** What tells of an application: not the scripts that YARN keeps beside it. */
const FILES = /^(stdout|stderr|prelaunch\.err|syslog)$/

/**
 * The end of what the containers of an application wrote: out of our cluster's own folder; of another
 * cluster by its `yarn logs`, else of the master's container by the NodeManager.
 */
export async function applicationLogs(target: Target, app: AppReport, options: Options): Promise<Logs> {
  if (target.kind === 'own') return ownLogs(join(target.home.yarnLogs, app.id), options.lines)
  const containers = target.hadoop
    ? await toolLogs(join(target.hadoop.path, 'bin', 'yarn'), target, app, options)
    : await masterLog(app, options)
  if (containers.length > 0) return { containers, missing: null }
  const where = target.hadoop
    ? '`yarn logs` gives none'
    : 'its NodeManager gives none, and there is no HADOOP_HOME whose `yarn logs` could be asked'
  return {
    containers,
    missing: `The logs of ${app.id} are not to be had: ${where}. YARN's own page: ${app.trackingUrl ?? 'none'}`,
  }
}

async function ownLogs(folder: string, lines: number): Promise<Logs> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('container_')).sort()
  const containers = await Promise.all(
    names.map(async (name): Promise<ContainerLog> => {
      const files = (await readdir(join(folder, name)).catch(() => []))
        .filter((file) => FILES.test(file))
        .sort()
      const read = await Promise.all(
        files.map(async (file) => {
          const path = join(folder, name, file)
          const { size } = await stat(path)
          return { name: file, bytes: size, lines: await lastLines(path, lines) }
        }),
      )
      return { container_id: name, is_master: isMaster(name), files: read }
    }),
  )
  return {
    containers,
    missing:
      containers.length > 0
        ? null
        : `No container of it has written anything (${folder}); logs are kept for a week.`,
  }
}

/** The first container of an attempt is its master. */
const isMaster = (container: string) => /_000001$/.test(container)

async function toolLogs(
  program: string,
  target: Target,
  app: AppReport,
  { lines, env, signal }: Options,
): Promise<ContainerLog[]> {
  const { stdout, failed } = await execa(program, ['logs', '-applicationId', app.id, '-appOwner', app.user], {
    env: { ...env, HADOOP_CONF_DIR: target.conf_dir },
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
    timeout: TOOL_MS,
    maxBuffer: 200e6,
    ...(signal ? { cancelSignal: signal } : {}),
  })
  return failed && !stdout ? [] : parseToolLogs(stdout, lines)
}

/** Reads what `yarn logs` prints: containers, and in them files between `LogContents:` and `End of LogType`. */
export function parseToolLogs(text: string, count: number): ContainerLog[] {
  const containers = new Map<string, ContainerLog>()
  let current: ContainerLog | null = null
  let file: ContainerLog['files'][number] | null = null
  let inside = false
  for (const line of text.split('\n')) {
    const container = /^Container: (container_\S+)/.exec(line)?.[1]
    const type = /^LogType:\s*(\S+)/.exec(line)?.[1]
    if (container && !inside) {
      current = containers.get(container) ?? {
        container_id: container,
        is_master: isMaster(container),
        files: [],
      }
      containers.set(container, current)
    } else if (type && !inside) file = { name: type, bytes: 0, lines: [] }
    else if (file && /^LogLength:\s*\d+/.test(line) && !inside) file.bytes = Number(line.split(':')[1])
    else if (file && /^Log ?Contents:/.test(line) && !inside) inside = true
    else if (file && /^End of LogType:/.test(line)) {
      if (FILES.test(file.name)) current?.files.push({ ...file, lines: file.lines.slice(-count) })
      inside = false
      file = null
    } else if (file && inside) file.lines.push(line)
  }
  return [...containers.values()]
}

/** The master's container by the NodeManager that runs or ran it. */
async function masterLog(app: AppReport, { lines, signal }: Options): Promise<ContainerLog[]> {
  const container = /(container_\w+)/.exec(app.amContainerLogs ?? '')?.[1]
  if (!container || !app.amHostHttpAddress) return []
  const files = await Promise.all(
    ['stdout', 'stderr'].map(async (name) => {
      const url = `http://${app.amHostHttpAddress}/ws/v1/node/containers/${container}/logs/${name}`
      const timeout = AbortSignal.timeout(MANAGER_MS)
      const response = await fetch(url, {
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      }).catch(() => null)
      if (!response?.ok) return null
      const text = await response.text()
      return { name, bytes: text.length, lines: text.replace(/\n$/, '').split('\n').slice(-lines) }
    }),
  )
  const found = files.filter((file) => file !== null)
  return found.length > 0 ? [{ container_id: container, is_master: true, files: found }] : []
}
