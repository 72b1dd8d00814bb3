import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import envPaths from 'env-paths'
import { HADOOP_VERSION, SPARK_VERSION } from './versions.ts'

const NAME = 'cine-datalake-studio'

/** What is fetched once for a whole machine; `CINE_CACHE` names another place. It can be fetched again. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return resolve(env.CINE_CACHE || envPaths(NAME, { suffix: '' }).cache)
}

export const hadoopFolder = (env: NodeJS.ProcessEnv) => join(cacheFolder(env), `hadoop-${HADOOP_VERSION}`)
export const sparkFolder = (env: NodeJS.ProcessEnv) => join(cacheFolder(env), `spark-${SPARK_VERSION}`)

/** Where everything of our own cluster lies. HDFS keeps data of the user in `dfs`: it is no cache. */
export interface ClusterHome {
  root: string
  /** What the daemons are started with, written anew at each start. */
  conf: string
  /** The ports that were chosen, remembered. */
  ports: string
  /** One file for each running daemon. */
  run: string
  logs: string
  /** One command at a time starts or stops the cluster. */
  lock: string
  nameDir: string
  dataDir: string
  /** Hadoop's own temporary files. */
  tmp: string
  yarnLocal: string
  /** A folder for each application, in it one for each container. */
  yarnLogs: string
  /** For the local files of Spark's drivers, one folder each. */
  scratch: string
  /** `hdfs` and `yarn`, for a terminal. */
  bin: string
}

/** `CINE_CLUSTER_HOME`, else a folder of the user's data: one cluster a user, whatever the lake. */
export function clusterHome(env: NodeJS.ProcessEnv = process.env): ClusterHome {
  const root = realPath(
    resolve(env.CINE_CLUSTER_HOME || join(envPaths(NAME, { suffix: '' }).data, 'cluster')),
  )
  return {
    root,
    conf: join(root, 'conf'),
    ports: join(root, 'ports.json'),
    run: join(root, 'run'),
    logs: join(root, 'logs'),
    lock: join(root, 'cluster.lock'),
    nameDir: join(root, 'dfs', 'name'),
    dataDir: join(root, 'dfs', 'data'),
    tmp: join(root, 'tmp'),
    yarnLocal: join(root, 'yarn', 'local'),
    yarnLogs: join(root, 'yarn', 'logs'),
    scratch: join(root, 'scratch'),
    bin: join(root, 'bin'),
  }
}

/** The path without links, of a folder that may not be there yet: what marks a process of ours must not
 * depend on the way its folder was named. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path))
  }
}
