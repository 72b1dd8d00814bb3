import { type Bases, lakeBases } from '../lifecycle/bases.ts'
import { requireHdfs, resolveTarget } from '../target.ts'
import type { HdfsClient } from './client.ts'
import { openHdfs } from './open.ts'
import { pull } from './pull.ts'
import { sendFile } from './send-file.ts'

interface Options {
  signal?: AbortSignal | undefined
}

/** The lake's folders on HDFS, for a run that reads and writes there. Paths are absolute. */
export interface RunOnHdfs extends Bases {
  /** The address of a path, for Spark. */
  uri(path: string): string
  /** The size of a file; null when there is none. */
  bytesOf(path: string, options?: Options): Promise<number | null>
  /** Sends a local file to a path of the lake, whole or not at all. */
  send(local: string, path: string, options?: Options): Promise<void>
  /** Brings all that a folder holds into a local one. */
  fetch(path: string, folder: string, options?: Options): Promise<void>
  makeFolder(path: string, options?: Options): Promise<void>
  remove(path: string, options?: Options): Promise<void>
}

/** By `HDFS_RAW` and `HDFS_CURATED` of the environment. Throws `USAGE`, `CLUSTER_WRONG_FS`, `HADOOP_CONF_…`. */
export async function openRunOnHdfs(env: NodeJS.ProcessEnv = process.env): Promise<RunOnHdfs> {
  const target = await resolveTarget(env)
  if (target.kind !== 'own') requireHdfs(target)
  const bases = await lakeBases(target, env)
  const hdfs: HdfsClient = await openHdfs(target, bases.curated)
  const root = bases.curated.uri.slice(0, -bases.curated.path.length)
  return {
    ...bases,
    uri: (path) => `${root}${path}`,
    bytesOf: async (path, options = {}) => (await hdfs.stat(path, options))?.bytes ?? null,
    send: (local, path, { signal } = {}) =>
      sendFile(hdfs, local, path, { base: bases.curated.path, name: path, signal }),
    fetch: async (path, folder, options = {}) => {
      await pull(hdfs, path, folder, options)
    },
    makeFolder: (path, options = {}) => hdfs.makeFolder(path, { permission: '775', ...options }),
    remove: async (path, options = {}) => {
      await hdfs.remove(path, { recursive: true, ...options })
    },
  }
}
