import { existsSync } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CineError } from '../../errors.ts'
import { hadoopFolder } from '../folders.ts'
import { readStamp } from '../stamp.ts'
import { onPath, type Tool, toolProblem } from './tool.ts'

/** `path` is its home folder. */
export interface Hadoop extends Tool {
  /** Ours is a folder of jars; the user's has scripts. */
  kind: 'own' | 'user'
  /** Whether the user's has `sbin/start-dfs.sh`: a client alone starts nothing. */
  can_start: boolean
}

/** The command that installs what is missing. */
export const INSTALL_COMMAND = 'npx cine cluster install'

/** `HADOOP_HOME`, else the `hadoop` on the PATH, else ours. Throws `HADOOP_HOME_WRONG`, `HADOOP_MISSING`. */
export async function findHadoop(env: NodeJS.ProcessEnv = process.env): Promise<Hadoop> {
  const users = await usersHadoop(env)
  if (users) return users
  return requireOwnHadoop(env)
}

/** The Hadoop of the cache. Throws `HADOOP_MISSING`. */
export async function requireOwnHadoop(env: NodeJS.ProcessEnv): Promise<Hadoop> {
  const own = await ownHadoop(env)
  if (own) return own
  throw toolProblem('HADOOP_MISSING', 'Hadoop is not installed.', INSTALL_COMMAND)
}

/** The Hadoop of the cache, whole; null when it is not installed. */
export async function ownHadoop(env: NodeJS.ProcessEnv): Promise<Hadoop | null> {
  const path = hadoopFolder(env)
  const stamp = await readStamp(path)
  return (
    stamp && { path, version: stamp.version, found_by: 'cache', setting: null, kind: 'own', can_start: true }
  )
}

/** The user's own Hadoop, or null. Throws `HADOOP_HOME_WRONG`. */
export async function usersHadoop(env: NodeJS.ProcessEnv): Promise<Hadoop | null> {
  const program = env.HADOOP_HOME ? null : await onPath(['hadoop', 'hdfs'], env)
  const path = env.HADOOP_HOME || (program && dirname(dirname(await realpath(program))))
  if (!path) return null
  const setting = env.HADOOP_HOME ? 'HADOOP_HOME' : null
  if (setting && !existsSync(join(path, 'bin', 'hdfs'))) {
    throw new CineError('HADOOP_HOME_WRONG', `HADOOP_HOME is ${path}, which holds no bin/hdfs.`, {
      hint: 'Set HADOOP_HOME to the folder of a Hadoop, or unset it to use the one that cine installs.',
      details: { command: 'unset HADOOP_HOME', setting },
    })
  }
  return {
    path,
    version: await jarVersion(join(path, 'share', 'hadoop', 'common'), /^hadoop-common-(\d[\w.-]*?)\.jar$/),
    found_by: setting ? 'environment' : 'path',
    setting,
    kind: 'user',
    can_start: existsSync(join(path, 'sbin', 'start-dfs.sh')),
  }
}

/** A version told by the name of a jar: no JVM is started for it. */
export async function jarVersion(folder: string, name: RegExp): Promise<string> {
  const files = await readdir(folder).catch(() => [])
  for (const file of files) {
    const version = file.match(name)?.[1]
    if (version && !version.includes('tests')) return version
  }
  return 'unknown'
}
