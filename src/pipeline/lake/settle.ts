import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CineError } from '../errors.ts'
import { isStaged } from './atomic.ts'
import type { LakeLayout } from './layout.ts'
import { readManifest } from './manifest.ts'
import type { Manifest } from './manifest-schema.ts'
import {
  isWorkFolder,
  names,
  PREPARED_DONE,
  preparedFolder,
  removeTables,
  runsWithTables,
} from './run-folders.ts'
import { type RunRecord, readRuns, writeRun } from './run-record.ts'
import { refuseLink } from './skeleton.ts'

/**
 * Settles what killed writers left behind: their runs are written down as interrupted (or published, when they
 * got that far), and what they had begun to write is removed, but for the finished tables of the latest one,
 * from which it can go on. In doubt, such as when a record cannot be read, nothing is removed. Only under the
 * writer's lock. Throws `LAKE_TOO_NEW`.
 */
export async function settleLake(layout: LakeLayout): Promise<void> {
  await removeStaged(layout)
  await removeUnfinished(layout)

  let current: Manifest | null
  try {
    current = await readManifest(layout)
  } catch (error) {
    // A damaged manifest must not keep a new run from mending it.
    if (error instanceof CineError && error.code === 'MANIFEST_DAMAGED') return
    throw error
  }
  const records = await readRuns(layout)
  for (const [id, record] of records)
    if (record?.state === 'running' || record?.state === 'publishing')
      records.set(id, await settled(layout, record, current))
  // Killed just after it was published: nobody will go on from its clean copies.
  const [latest] = records.values()
  await refuseLink(layout, preparedFolder(layout))
  if (latest?.state === 'published') await rm(preparedFolder(layout), { recursive: true, force: true })
  const kept = resumable(records)?.run_id
  for (const id of await runsWithTables(layout)) {
    const record = records.get(id)
    if (!record || id === kept || id === current?.run_id) continue
    if (record.state !== 'published' || record.pruned_at !== null) await forget(layout, record)
  }
}

/** The run that can go on from its finished tables: it stopped after its transform, and no other began since. */
export function resumable(records: ReadonlyMap<string, RunRecord | null>): RunRecord | null {
  const [latest] = records.values()
  const stopped = latest?.state === 'failed' || latest?.state === 'interrupted'
  return latest && stopped && latest.manifest ? latest : null
}

/** Removes the tables of a run that was not published, or is not kept; its record stays. */
export async function forget(layout: LakeLayout, record: RunRecord): Promise<void> {
  if (record.state !== 'published' && record.manifest) await writeRun(layout, { ...record, manifest: null })
  await removeTables(layout, record.run_id)
}

async function settled(layout: LakeLayout, record: RunRecord, current: Manifest | null): Promise<RunRecord> {
  const next: RunRecord =
    current?.run_id === record.run_id
      ? { ...record, state: 'published', manifest: current }
      : { ...record, state: 'interrupted' }
  await writeRun(layout, next)
  return next
}

/** Files that were being written beside their place when their process was killed. */
async function removeStaged(layout: LakeLayout): Promise<void> {
  const runs = await readdir(layout.runs, { withFileTypes: true })
  const folders = runs.filter((entry) => entry.isDirectory()).map((entry) => join(layout.runs, entry.name))
  for (const folder of [layout.curated, layout.metadata, ...folders])
    for (const name of await names(folder)) if (isStaged(name)) await rm(join(folder, name), { force: true })
}

/** What runs had in hand; their finished clean copies stay, for a run that goes on. */
async function removeUnfinished(layout: LakeLayout): Promise<void> {
  const remove = (path: string) => rm(path, { recursive: true, force: true })
  for (const name of await names(layout.tmp)) if (isWorkFolder(name)) await remove(join(layout.tmp, name))
  const prepared = preparedFolder(layout)
  if ((await lstat(prepared).catch(() => null))?.isDirectory())
    for (const name of await names(prepared))
      if (!(await names(join(prepared, name))).includes(PREPARED_DONE)) await remove(join(prepared, name))
}
