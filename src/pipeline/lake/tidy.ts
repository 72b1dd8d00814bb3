import { access } from 'node:fs/promises'
import type { LakeLayout } from './layout.ts'
import { withWriterLock } from './lock.ts'
import { names } from './run-folders.ts'
import { readRuns } from './run-record.ts'

/**
 * What the next writer would do, done when a studio opens: what killed writers left behind is settled and removed.
 * Never fails: a lake that is being written to, read only or damaged is left as it is.
 */
export async function tidyLake(layout: LakeLayout): Promise<void> {
  try {
    // A lake that nobody has written to is not begun by looking at it.
    await access(layout.lock)
    const unfinished = (await names(layout.tmp)).length > 0
    const records = [...(await readRuns(layout)).values()]
    const unsettled = records.some((record) => record?.state === 'running' || record?.state === 'publishing')
    if (unfinished || unsettled) await withWriterLock(layout, 'tidy', async () => {})
  } catch {
    // Whoever writes next does it, or is told why not.
  }
}
