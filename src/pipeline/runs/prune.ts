import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckedParams, PruneResult } from '../api.ts'
import { throwIfCancelled } from '../errors.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { withWriterLock } from '../lake/lock.ts'
import { readManifest } from '../lake/manifest.ts'
import { filesBeside, removeTables, runsWithTables, tableFolder } from '../lake/run-folders.ts'
import { type RunRecord, readRuns, writeRun } from '../lake/run-record.ts'
import { TABLE_NAMES } from '../lake/schema.ts'
import { resumable } from '../lake/settle.ts'
import type { JobContext } from './pipeline.ts'

/**
 * Removes the tables of the oldest runs; their records stay. The current run is never removed, nor one that can
 * be gone on with, nor anything under `raw/`. A run is noted as pruned before its files are removed: killed in
 * between, the next writer removes the rest. Throws `MANIFEST_DAMAGED`: in doubt nothing is removed.
 */
export function pruneRuns(
  { layout, signal }: JobContext,
  { keep, dry_run }: CheckedParams<'runs.prune'>,
): Promise<PruneResult> {
  return withWriterLock(layout, 'runs prune', async () => {
    const { kept, old, records } = await divide(layout, keep)
    const removed: PruneResult['removed'] = []
    for (const run_id of old) {
      throwIfCancelled(signal)
      removed.push({ run_id, bytes: await sizeOf(layout, run_id) })
      if (!dry_run) await remove(layout, run_id, records.get(run_id) ?? null)
    }
    const freed_bytes = removed.reduce((sum, { bytes }) => sum + bytes, 0)
    return { dry_run, kept, removed, freed_bytes }
  })
}

/** Which runs stay and which go, both the latest first. Tables without a record are of a run too. */
async function divide(layout: LakeLayout, keep: number) {
  const current = (await readManifest(layout))?.run_id ?? null
  const records = await readRuns(layout)
  const goesOn = resumable(records)?.run_id
  const all = [...(await runsWithTables(layout))]
    .filter((id) => id !== goesOn)
    .sort()
    .reverse()
  const others = all.filter((id) => id !== current)
  const latest = new Set(others.slice(0, current === null ? keep : keep - 1))
  const kept = all.filter((id) => id === current || latest.has(id))
  return { kept, old: others.filter((id) => !latest.has(id)), records }
}

async function remove(layout: LakeLayout, runId: string, record: RunRecord | null): Promise<void> {
  if (record) await writeRun(layout, { ...record, pruned_at: new Date().toISOString() })
  await removeTables(layout, runId)
}

async function sizeOf(layout: LakeLayout, runId: string): Promise<number> {
  const folders = TABLE_NAMES.map((table) => tableFolder(layout, table, runId))
  const inFolders = await Promise.all(folders.map(filesIn))
  const files = [...inFolders.flat(), ...filesBeside(layout, runId)]
  const sizes = await Promise.all(
    files.map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name))
}
