import { DEFAULT_BASE, type HdfsFolder, hdfsFolder } from '../hdfs/paths.ts'
import { readPorts } from '../ports.ts'
import type { Target } from '../target.ts'

/** The folders of the lake on HDFS. */
export interface Bases {
  raw: HdfsFolder
  curated: HdfsFolder
}

/** `HDFS_RAW` and `HDFS_CURATED`, else `/datalake/raw` and `/datalake/curated`. Throws `USAGE`. */
export async function lakeBases(target: Target, env: NodeJS.ProcessEnv): Promise<Bases> {
  const fs = await defaultFs(target)
  return {
    raw: hdfsFolder(env.HDFS_RAW || `${DEFAULT_BASE}/raw`, 'HDFS_RAW', fs),
    curated: hdfsFolder(env.HDFS_CURATED || `${DEFAULT_BASE}/curated`, 'HDFS_CURATED', fs),
  }
}

/** That of our own cluster is known before its settings were ever written. */
export async function defaultFs(target: Target): Promise<string> {
  if (target.kind !== 'own') return target.default_fs
  return `hdfs://localhost:${(await readPorts(target.home.ports)).namenode_rpc}`
}
