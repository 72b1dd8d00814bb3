import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { lockFile } from '../duck/index.ts'
import { CineError } from '../errors.ts'
import { writeFileAtomic } from './atomic.ts'
import type { LakeLayout } from './layout.ts'
import { settleLake } from './settle.ts'
import { prepareLake } from './skeleton.ts'
import {
  assertSameLake,
  beginWriting,
  endWriting,
  noteLock,
  verbWriting,
  verbWritingElsewhere,
} from './writer.ts'

/**
 * Runs `work` as the one writer of the lake, after what killed writers left behind was settled. Throws
 * `LAKE_LOCKED` when another one is at work, here or in another process, `LAKE_LINK`, `LAKE_GONE`,
 * `LAKE_TOO_NEW`.
 */
export async function withWriterLock<T>(
  layout: LakeLayout,
  verb: string,
  work: () => Promise<T>,
): Promise<T> {
  const other = verbWriting(layout)
  if (other !== null) throw locked(layout, process.pid, { verb: other, since: null })
  beginWriting(layout, verb)
  try {
    await prepareLake(layout)
    const elsewhere = await verbWritingElsewhere(layout)
    if (elsewhere !== null) throw locked(layout, process.pid, { verb: elsewhere, since: null })
    const lock = await lockFile(layout.lock)
    if ('heldBy' in lock) throw locked(layout, lock.heldBy, await holder(layout, lock.heldBy))
    try {
      await noteLock(layout, verb)
      await noteHolder(layout, verb)
      await settleLake(layout)
      return await work()
    } catch (error) {
      // Whatever failed, that the lake is gone says it best.
      await assertSameLake(layout, error)
      throw error
    } finally {
      lock.release()
    }
  } finally {
    endWriting(layout)
  }
}

const holderSchema = z.object({ pid: z.int(), verb: z.string(), since: z.string() })

/** Who holds the lock, for the message to others; worth nothing without the lock itself. */
async function noteHolder(layout: LakeLayout, verb: string): Promise<void> {
  const text = JSON.stringify({ pid: process.pid, verb, since: new Date().toISOString() })
  await writeFileAtomic(layout.writer, `${text}\n`)
}

async function holder(
  layout: LakeLayout,
  pid: number | null,
): Promise<{ verb: string; since: string } | null> {
  try {
    const noted = holderSchema.parse(JSON.parse(await readFile(layout.writer, 'utf8')))
    // One that was noted by another process is of a lock that is free by now.
    return pid === null || noted.pid === pid ? noted : null
  } catch {
    return null
  }
}

function locked(
  layout: LakeLayout,
  pid: number | null,
  noted: { verb: string; since: string | null } | null,
): CineError {
  const who = pid === null ? 'another process' : pid === process.pid ? 'this studio' : `process ${pid}`
  const what = noted === null ? '' : ` (${noted.verb}${noted.since === null ? '' : `, since ${noted.since}`})`
  return new CineError('LAKE_LOCKED', `The lake ${layout.root} is being written to by ${who}${what}.`, {
    hint: 'Wait until it ends, or stop it, then run the same command again. Reading goes on meanwhile.',
    details: { lake: layout.root, pid, verb: noted?.verb ?? null, since: noted?.since ?? null },
  })
}
