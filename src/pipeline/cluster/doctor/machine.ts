import { statfs } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { dirname } from 'node:path'
import { findHadoop } from '../find/hadoop.ts'
import { findSpark } from '../find/spark.ts'
import { cacheFolder } from '../folders.ts'
import type { Target } from '../target.ts'
import { type Finding, fine, worry } from './check.ts'

const GB = 1e9
/** Four daemons take about 0.9 GB, a small Spark job (driver, application master, executor) about 1.6 GB. */
const MEMORY_NEEDED = 2.5 * GB
/** Spark's archive, the wheel made of it and what it unpacks to, at the same time. */
const INSTALL_NEEDED = 1.8 * GB
const HDFS_NEEDED = 1 * GB

const gb = (bytes: number) => `${(bytes / GB).toFixed(1)} GB`

export function lookAtPlatform(platform: NodeJS.Platform = process.platform): Finding {
  if (platform !== 'win32')
    return fine(`System: ${platform} ${process.arch}.`, { platform, arch: process.arch })
  return worry('error', 'CLUSTER_PLATFORM', 'The cluster’s daemons are not started on Windows.', {
    hint: 'Use the studio inside WSL, or name a cluster that runs elsewhere with HADOOP_CONF_DIR. The local engine needs neither.',
    details: { platform, arch: process.arch },
  })
}

export function lookAtMemory(target: Target | null, available = process.availableMemory()): Finding {
  const details = { total_bytes: totalmem(), available_bytes: available }
  if (target?.kind !== 'own' || available >= MEMORY_NEEDED) {
    return fine(`Memory: ${gb(available)} free of ${gb(totalmem())}.`, details)
  }
  const message = `Only ${gb(available)} of memory is free; the cluster and a Spark job take about ${gb(MEMORY_NEEDED)}.`
  return worry('warning', 'MEMORY_LOW', message, {
    hint: 'Close other programs, or use the local engine.',
    details,
  })
}

/** Room for what is still to be installed, and for HDFS. */
export async function lookAtDisk(env: NodeJS.ProcessEnv, target: Target | null): Promise<Finding> {
  const missing = await isMissing(env)
  const places = [
    { path: cacheFolder(env), needed: missing ? INSTALL_NEEDED : 0 },
    ...(target ? [{ path: target.home.root, needed: target.kind === 'own' ? HDFS_NEEDED : 0 }] : []),
  ]
  const seen = await Promise.all(
    places.map(async (place) => ({ ...place, free: await freeBytes(place.path) })),
  )
  const details = {
    places: seen.map(({ path, free, needed }) => ({ path, free_bytes: free, needed_bytes: needed })),
  }
  const short = seen.find(({ free, needed }) => free < needed)
  if (!short) return fine(`Disk: ${gb(Math.min(...seen.map(({ free }) => free)))} free.`, details)
  return worry(
    'error',
    'DISK_LOW',
    `Only ${gb(short.free)} is free for ${short.path}, which needs ${gb(short.needed)}.`,
    {
      hint: 'Free some space, or name another place with CINE_CACHE or CINE_CLUSTER_HOME.',
      details,
    },
  )
}

async function isMissing(env: NodeJS.ProcessEnv): Promise<boolean> {
  const found = await Promise.all([findHadoop(env).catch(() => null), findSpark(env).catch(() => null)])
  return found.includes(null)
}

/** Of the disk that a folder, there or not, would be on. */
async function freeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch (error) {
    if (dirname(folder) === folder) throw error
    return freeBytes(dirname(folder))
  }
}
