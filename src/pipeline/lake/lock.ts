import { mkdir } from 'node:fs/promises'
import { lockFile } from '../duck/index.ts'
import { CineError } from '../errors.ts'
import type { LakeLayout } from './layout.ts'
import { settleRuns } from './runs-store.ts'

/** Lakes that this process writes to: the system's lock keeps out other processes only. */
const mine = new Map<string, string>()

/**
 * Runs `work` as the one writer of the lake, after what killed writers left behind was settled. Throws
 * `LAKE_LOCKED` when another one is at work, here or in another process.
 */
export async function withWriterLock<T>(
  layout: LakeLayout,
  verb: string,
  work: () => Promise<T>,
): Promise<T> {
  const other = mine.get(layout.lock)
  if (other !== undefined) throw locked(layout, process.pid, other)
  mine.set(layout.lock, verb)
  try {
    await mkdir(layout.metadata, { recursive: true })
    const lock = await lockFile(layout.lock)
    if ('heldBy' in lock) throw locked(layout, lock.heldBy, null)
    try {
      await settleRuns(layout)
      return await work()
    } finally {
      lock.release()
    }
  } finally {
    mine.delete(layout.lock)
  }
}

function locked(layout: LakeLayout, pid: number | null, verb: string | null): CineError {
  const who = pid === null ? 'another process' : pid === process.pid ? 'this studio' : `process ${pid}`
  const what = verb === null ? '' : ` (${verb})`
  return new CineError('LAKE_LOCKED', `The lake ${layout.root} is being written to by ${who}${what}.`, {
    hint: 'Wait until it ends, or stop it, then run the same command again. Reading goes on meanwhile.',
    details: { lake: layout.root, pid },
  })
}
