import { mkdir } from 'node:fs/promises'
import { lockFile } from '../../duck/index.ts'
import { CineError } from '../../errors.ts'
import type { ClusterHome } from '../folders.ts'

/** Homes that this process is at work in: the system's lock keeps out other processes only. */
const mine = new Set<string>()

/** Runs `work` as the one command that starts or stops the cluster. Throws `CLUSTER_BUSY`. */
export async function withClusterLock<T>(home: ClusterHome, work: () => Promise<T>): Promise<T> {
  if (mine.has(home.lock)) throw busy(home, process.pid)
  mine.add(home.lock)
  try {
    await mkdir(home.root, { recursive: true })
    const lock = await lockFile(home.lock)
    if ('heldBy' in lock) throw busy(home, lock.heldBy)
    try {
      return await work()
    } finally {
      lock.release()
    }
  } finally {
    mine.delete(home.lock)
  }
}

function busy(home: ClusterHome, pid: number | null): CineError {
  const who = pid === null ? 'Another process' : pid === process.pid ? 'This studio' : `Process ${pid}`
  return new CineError('CLUSTER_BUSY', `${who} is starting or stopping the cluster in ${home.root}.`, {
    hint: 'Wait until it ends, then run the same command again.',
    details: { home: home.root, pid },
  })
}
