import { setTimeout as sleep } from 'node:timers/promises'
import { lockFile } from '../duck/index.ts'
import { CineError } from '../errors.ts'
import { makeFolder } from '../lake/atomic.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { refuseLinks } from '../lake/skeleton.ts'

/** Saving takes milliseconds; whoever waits longer than this is told. */
const PATIENCE_MS = 10_000
const AGAIN_MS = 25

/** What is under way in this process, by lake: its own lock does not keep it out. */
const latest = new Map<string, Promise<unknown>>()

/**
 * Reads, changes and writes the views with nobody in between, in this process or another: of two who save at once both
 * are kept. Not the writer's lock: views are saved while a run works. Throws `VIEWS_BUSY`, `LAKE_LINK`.
 */
export function oneAtATime<T>(layout: LakeLayout, work: () => Promise<T>): Promise<T> {
  const before = latest.get(layout.root) ?? Promise.resolve()
  const now = before.catch(() => {}).then(() => locked(layout, work))
  latest.set(layout.root, now)
  return now
}

async function locked<T>(layout: LakeLayout, work: () => Promise<T>): Promise<T> {
  const path = `${layout.views}.lock`
  await refuseLinks(layout, path)
  await makeFolder(layout.metadata)
  const since = performance.now()
  for (;;) {
    const lock = await lockFile(path)
    if ('release' in lock) {
      try {
        return await work()
      } finally {
        lock.release()
      }
    }
    if (performance.now() - since > PATIENCE_MS) throw busy(path)
    await sleep(AGAIN_MS)
  }
}

function busy(path: string): CineError {
  return new CineError('VIEWS_BUSY', 'Another program is saving filters in this lake.', {
    hint: 'Try again in a moment: nothing was changed.',
    details: { path },
  })
}
