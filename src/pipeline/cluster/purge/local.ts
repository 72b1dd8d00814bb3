import { lstat, readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { PurgeItem } from '../../api.ts'
import { lockFile } from '../../duck/index.ts'
import { type ClusterHome, cacheFolder } from '../folders.ts'
import { folderBytes } from '../install/folder-bytes.ts'

const HOUR_MS = 3_600_000

interface Found {
  kind: PurgeItem['kind']
  path: string
}

/** What is in use, and must stay. */
export interface InUse {
  /** Whether a daemon of ours runs. */
  daemons: boolean
  /** Applications that are not over; null when that cannot be told. */
  applications: ReadonlySet<string> | null
}

/** What lies on this machine of work that is over. */
export async function localLeftovers(
  home: ClusterHome,
  env: NodeJS.ProcessEnv,
  use: InUse,
): Promise<PurgeItem[]> {
  const found = (
    await Promise.all([
      unfinishedInstalls(cacheFolder(env)),
      hadoopTemp(home, use),
      containers(home, use),
      containerLogs(home, use),
      oldLogs(home),
      hdfsRemains(home, use),
      scratch(home),
    ])
  ).flat()
  return Promise.all(found.map(itemOf))
}

async function unfinishedInstalls(cache: string): Promise<Found[]> {
  const names = await namesIn(cache, /^(hadoop|spark)-.*\.partial$/)
  if (names.length === 0) return []
  const lock = await lockFile(join(cache, 'install.lock'))
  if ('heldBy' in lock) return []
  lock.release()
  return names.map((path) => ({ kind: 'unfinished_install', path }))
}

/** Running JVMs have their temporary files here. */
async function hadoopTemp(home: ClusterHome, { daemons }: InUse): Promise<Found[]> {
  return daemons ? [] : (await namesIn(home.tmp)).map((path) => ({ kind: 'temporary', path }))
}

/** The folders that YARN gives applications, and the files it keeps for the next one. */
async function containers(home: ClusterHome, use: InUse): Promise<Found[]> {
  const users = await namesIn(join(home.yarnLocal, 'usercache'))
  const applications = (
    await Promise.all(users.map((user) => namesIn(join(user, 'appcache'), /^application_/)))
  ).flat()
  const over = applications.filter((path) => isOver(basename(path), use))
  if (use.daemons) return over.map((path) => ({ kind: 'container', path }))
  const caches = [join(home.yarnLocal, 'filecache'), ...users.map((user) => join(user, 'filecache'))]
  const kept = (await Promise.all(caches.map((cache) => namesIn(cache)))).flat()
  return [...over, ...kept].map((path) => ({ kind: 'container', path }))
}

async function containerLogs(home: ClusterHome, use: InUse): Promise<Found[]> {
  const folders = await namesIn(home.yarnLogs, /^application_/)
  return folders.filter((path) => isOver(basename(path), use)).map((path) => ({ kind: 'old_log', path }))
}

/** Rolled logs, and what JVMs said before the last start. */
async function oldLogs(home: ClusterHome): Promise<Found[]> {
  return (await namesIn(home.logs, /\.(log\.\d+|out\.1)$/)).map((path) => ({ kind: 'old_log', path }))
}

async function hdfsRemains(home: ClusterHome, { daemons }: InUse): Promise<Found[]> {
  const lost = await namesIn(dirname(home.dataDir), /^data\.lost-/)
  const begun = daemons ? [] : await namesIn(dirname(home.nameDir), /^name\.new$/)
  return [
    ...lost.map((path): Found => ({ kind: 'lost_blocks', path })),
    ...begun.map((path): Found => ({ kind: 'unfinished_format', path })),
  ]
}

async function scratch(home: ClusterHome): Promise<Found[]> {
  const paths = await namesIn(home.scratch)
  const ages = await Promise.all(
    paths.map((path) =>
      lstat(path).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      ),
    ),
  )
  return paths.filter((_, index) => (ages[index] ?? 0) > HOUR_MS).map((path) => ({ kind: 'scratch', path }))
}

function isOver(application: string, { applications, daemons }: InUse): boolean {
  return applications ? !applications.has(application) : !daemons
}

async function namesIn(folder: string, name = /./): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names
    .filter((each) => name.test(each))
    .sort()
    .map((each) => join(folder, each))
}

async function itemOf({ kind, path }: Found): Promise<PurgeItem> {
  const status = await lstat(path).catch(() => null)
  return {
    id: `local:${path}`,
    where: 'local',
    kind,
    path,
    bytes: status?.isDirectory() ? await folderBytes(path) : (status?.size ?? 0),
    modified_at: (status?.mtime ?? new Date(0)).toISOString(),
  }
}
