import type { LakeLayout } from './layout.ts'
import type { Manifest } from './manifest-schema.ts'
import { readRuns } from './run-record.ts'
import { verifyFiles } from './verify.ts'

/**
 * The latest run before `runId` (of all, when it is null) that was published, whose tables are kept and, at a
 * glance, whole; null when there is none.
 */
export async function previousWhole(layout: LakeLayout, runId: string | null): Promise<Manifest | null> {
  for (const [id, record] of await readRuns(layout)) {
    if (runId !== null && id >= runId) continue
    if (record?.state !== 'published' || record.pruned_at !== null || !record.manifest) continue
    const checks = await verifyFiles(layout, record.manifest, { full: false })
    if (checks.every((check) => check.problem === null)) return record.manifest
  }
  return null
}
