import { existsSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { CineError } from '../errors.ts'
import { type Addresses, addressesOf, hdfsHost, isLocalHost } from './conf/addresses.ts'
import { readConf } from './conf/read.ts'
import { type Hadoop, usersHadoop } from './find/hadoop.ts'
import { type ClusterHome, clusterHome } from './folders.ts'

/** The cluster that the commands work on. */
export interface Target extends Addresses {
  /**
   * `own`: the pseudo-distributed one that cine starts; `scripts`: a Hadoop of the user on this machine,
   * started by its own scripts; `remote`: one that runs elsewhere and is only used.
   */
  kind: 'own' | 'scripts' | 'remote'
  home: ClusterHome
  /** What `HADOOP_CONF_DIR` must be for Spark; of our own cluster it exists once it has been started. */
  conf_dir: string
  /** The user's Hadoop, when that is what is used. */
  hadoop: Hadoop | null
  /** Who we are to HDFS and YARN: `HADOOP_USER_NAME`, else the user of the system. */
  user: string
}

/**
 * `HADOOP_CONF_DIR`, or the settings of the user's `HADOOP_HOME`, name the cluster; without them it is our
 * own. Throws `HADOOP_CONF_MISSING`, `HADOOP_CONF_BROKEN`, `HADOOP_HOME_WRONG`.
 */
export async function resolveTarget(env: NodeJS.ProcessEnv = process.env): Promise<Target> {
  const home = clusterHome(env)
  const user = env.HADOOP_USER_NAME || userInfo().username
  const hadoop = await usersHadoop(env)
  const named = env.HADOOP_CONF_DIR || (hadoop && (await confOfHadoop(hadoop, env)))
  const ours = !named || named === home.conf
  const conf_dir = ours ? home.conf : named
  if (!ours && !existsSync(conf_dir)) throw missingConf(conf_dir, env)
  const addresses = addressesOf(await readConf(conf_dir, env))
  const host = hdfsHost(addresses.default_fs)
  const here = host === null || isLocalHost(host, hostname())
  const kind = ours ? 'own' : hadoop?.can_start && here ? 'scripts' : 'remote'
  return { kind, home, conf_dir, hadoop: ours ? null : hadoop, user, ...addresses }
}

/** A `hadoop` that merely lies on the PATH, set up for no cluster, does not stand in the way of ours. */
async function confOfHadoop(hadoop: Hadoop, env: NodeJS.ProcessEnv): Promise<string | null> {
  const folder = join(hadoop.path, 'etc', 'hadoop')
  if (hadoop.setting) return folder
  return hdfsHost(addressesOf(await readConf(folder, env)).default_fs) === null ? null : folder
}

/** Throws `CLUSTER_WRONG_FS` when the cluster's default file system is not HDFS. */
export function requireHdfs(target: Target): void {
  if (hdfsHost(target.default_fs) !== null) return
  const file = join(target.conf_dir, 'core-site.xml')
  throw new CineError(
    'CLUSTER_WRONG_FS',
    `The default file system is ${target.default_fs}, not HDFS: fs.defaultFS in ${file}.`,
    {
      hint: 'Set fs.defaultFS to hdfs://HOST:PORT there, or unset HADOOP_CONF_DIR to use the cluster that cine starts.',
      details: { path: file, default_fs: target.default_fs },
    },
  )
}

function missingConf(path: string, env: NodeJS.ProcessEnv): CineError {
  const setting = env.HADOOP_CONF_DIR ? 'HADOOP_CONF_DIR' : 'HADOOP_HOME'
  return new CineError(
    'HADOOP_CONF_MISSING',
    `The settings of Hadoop should lie in ${path}, which is not there.`,
    {
      hint: `Correct ${setting}, or unset it to use the cluster that cine starts.`,
      details: { path, setting, command: `unset ${setting}` },
    },
  )
}
