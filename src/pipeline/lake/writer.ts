import { stat } from 'node:fs/promises'
import { CineError } from '../errors.ts'
import type { LakeLayout } from './layout.ts'

/** The one file that says that this process writes to a lake, told by its identity, not by its name. */
interface Writing {
  verb: string
  dev: number
  ino: number
}

/** Lakes that this process writes to: the system's lock keeps out other processes only. */
const writing = new Map<string, Writing>()

/** Which command of this process writes to the lake, if any. */
export function verbWriting(layout: LakeLayout): string | null {
  return writing.get(layout.lock)?.verb ?? null
}

/** The same when the lake goes by another name here, such as a link: the system does not lock a process against
 * itself. */
export async function verbWritingElsewhere(layout: LakeLayout): Promise<string | null> {
  const found = await stat(layout.lock).catch(() => null)
  for (const { verb, dev, ino } of writing.values())
    if (found && ino === found.ino && dev === found.dev) return verb
  return null
}

export function beginWriting(layout: LakeLayout, verb: string): void {
  writing.set(layout.lock, { verb, dev: 0, ino: 0 })
}

/** Remembers which lock this is, once it is held. */
export async function noteLock(layout: LakeLayout, verb: string): Promise<void> {
  const { dev, ino } = await stat(layout.lock)
  writing.set(layout.lock, { verb, dev, ino })
}

export function endWriting(layout: LakeLayout): void {
  writing.delete(layout.lock)
}

/**
 * Throws `LAKE_GONE` when the lake is not there any more, or is another one by now: its disk was unplugged,
 * its folder moved away. Whatever must not be done to another lake asks first.
 */
export async function assertSameLake(layout: LakeLayout, cause?: unknown): Promise<void> {
  const mine = writing.get(layout.lock)
  if (!mine) throw new Error(`${layout.root} is written to without the writer's lock.`)
  const found = await stat(layout.lock).catch(() => null)
  if (found?.ino === mine.ino && found.dev === mine.dev) return
  throw new CineError(
    'LAKE_GONE',
    `The lake ${layout.root} was removed or replaced while it was written to.`,
    {
      hint: 'Put its folder back (or plug its disk in again), then run the same command again: nothing was published.',
      details: { lake: layout.root },
      cause,
    },
  )
}
