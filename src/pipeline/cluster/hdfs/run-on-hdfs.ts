import { stat } from 'node:fs/promises'
import { type Bases, lakeBases } from '../lifecycle/bases.ts'
import { requireHdfs, resolveTarget } from '../target.ts'
import type { HdfsClient } from './client.ts'
import { isSame } from './is-same.ts'
import { openHdfs } from './open.ts'
import type { HdfsFolder } from './paths.ts'
import { pull } from './pull.ts'
import { readText } from './read-text.ts'
import { sendFile } from './send-file.ts'

interface Options {
  signal?: AbortSignal | undefined
}

/** Files of one HDFS. Paths are absolute. */
interface HdfsFiles {
  /** The address of a path, for Spark. */
  uri(path: string): string
  /** The size of a file; null when there is none. */
  bytesOf(path: string, options?: Options): Promise<number | null>
  /** Whether a file there is just the local one, by length and checksum. */
  holds(local: string, path: string, options?: Options): Promise<boolean>
  /** Sends a local file to a path of the lake, whole or not at all. */
  send(local: string, path: string, options?: Options): Promise<void>
}

/** The lake's folders on HDFS, for a run that reads and writes there: its files are where `curated` is. */
export interface RunOnHdfs extends Bases, HdfsFiles {
  /** Those where `raw` is, which may be another HDFS. */
  rawFiles: HdfsFiles
  /** Brings all that a folder holds into a local one. */
  fetch(path: string, folder: string, options?: Options): Promise<void>
  /** A small file as text, as it is now; null when it cannot be read. */
  read(path: string, options?: Options): Promise<string | null>
  makeFolder(path: string, options?: Options): Promise<void>
  remove(path: string, options?: Options): Promise<void>
}

/** By `HDFS_RAW` and `HDFS_CURATED` of the environment. Throws `USAGE`, `CLUSTER_WRONG_FS`, `HADOOP_CONF_…`. */
export async function openRunOnHdfs(env: NodeJS.ProcessEnv = process.env): Promise<RunOnHdfs> {
  const target = await resolveTarget(env)
  if (target.kind !== 'own') requireHdfs(target)
  const bases = await lakeBases(target, env)
  const hdfs: HdfsClient = await openHdfs(target, bases.curated)
  return {
    ...bases,
    ...filesIn(hdfs, bases.curated),
    rawFiles: filesIn(await openHdfs(target, bases.raw), bases.raw),
    fetch: async (path, folder, options = {}) => {
      await pull(hdfs, path, folder, options)
    },
    read: (path, options = {}) => readText(hdfs, path, options),
    makeFolder: (path, options = {}) => hdfs.makeFolder(path, { permission: '775', ...options }),
    remove: async (path, options = {}) => {
      await hdfs.remove(path, { recursive: true, ...options })
    },
  }
}

function filesIn(hdfs: HdfsClient, base: HdfsFolder): HdfsFiles {
  const root = base.uri.slice(0, -base.path.length)
  return {
    uri: (path) => `${root}${path}`,
    bytesOf: async (path, options = {}) => (await hdfs.stat(path, options))?.bytes ?? null,
    holds: async (local, path, options = {}) => {
      const there = await hdfs.stat(path, options)
      return there !== null && isSame(hdfs, { path: local, bytes: (await stat(local)).size }, there, options)
    },
    send: (local, path, { signal } = {}) =>
      sendFile(hdfs, local, path, { base: base.path, name: path, signal }),
  }
}
