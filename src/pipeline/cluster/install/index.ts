import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { InstalledPart, InstallResult } from '../../api.ts'
import { lockFile } from '../../duck/index.ts'
import { CineError } from '../../errors.ts'
import { usersHadoop } from '../find/hadoop.ts'
import { findSpark } from '../find/spark.ts'
import { cacheFolder } from '../folders.ts'
import { installHadoop } from './hadoop.ts'
import { installSpark } from './spark.ts'
import type { InstallContext, InstallProgress } from './step.ts'

export interface InstallOptions {
  env?: NodeJS.ProcessEnv
  signal?: AbortSignal
  onPart?: (part: 'hadoop' | 'spark', state: 'running' | 'done' | 'unchanged') => void
  onProgress?: (part: 'hadoop' | 'spark', progress: InstallProgress) => void
}

/**
 * Puts Hadoop's daemons and Spark into the cache, but for those that the user has of his own. What is there
 * already is left as it is. Throws `INSTALL_BUSY` and what each part throws.
 */
export async function install({
  env = process.env,
  signal,
  onPart,
  onProgress,
}: InstallOptions = {}): Promise<InstallResult> {
  const started = performance.now()
  const part = async (
    name: 'hadoop' | 'spark',
    yours: InstalledPart | null,
    work: (context: InstallContext) => Promise<InstalledPart>,
  ) => {
    onPart?.(name, 'running')
    const context = {
      env,
      ...(signal ? { signal } : {}),
      onProgress: (progress: InstallProgress) => onProgress?.(name, progress),
    }
    const result = yours ?? (await work(context))
    onPart?.(name, result.status === 'installed' ? 'done' : 'unchanged')
    return result
  }
  return withInstallLock(cacheFolder(env), async () => ({
    hadoop: await part('hadoop', await usersOwnHadoop(env), installHadoop),
    spark: await part('spark', await usersOwnSpark(env), installSpark),
    seconds: Math.round(performance.now() - started) / 1000,
  }))
}

async function usersOwnHadoop(env: NodeJS.ProcessEnv): Promise<InstalledPart | null> {
  const hadoop = await usersHadoop(env)
  return hadoop?.setting ? { path: hadoop.path, version: hadoop.version, bytes: 0, status: 'yours' } : null
}

async function usersOwnSpark(env: NodeJS.ProcessEnv): Promise<InstalledPart | null> {
  if (!env.SPARK_HOME) return null
  const spark = await findSpark(env)
  return { path: spark.path, version: spark.version, bytes: 0, status: 'yours' }
}

async function withInstallLock<T>(cache: string, work: () => Promise<T>): Promise<T> {
  await mkdir(cache, { recursive: true })
  const lock = await lockFile(join(cache, 'install.lock'))
  if ('heldBy' in lock) {
    const who = lock.heldBy === null ? 'Another process' : `Process ${lock.heldBy}`
    throw new CineError('INSTALL_BUSY', `${who} is installing into ${cache}.`, {
      hint: 'Wait until it ends, then run `cine cluster install` again.',
      details: { pid: lock.heldBy },
    })
  }
  try {
    return await work()
  } finally {
    lock.release()
  }
}
