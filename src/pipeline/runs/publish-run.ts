import type { CheckedParams, PublishedRunResult } from '../api.ts'
import { withWriterLock } from '../lake/lock.ts'
import { publishManifest } from '../lake/manifest.ts'
import type { Manifest } from '../lake/manifest-schema.ts'
import { keptTables, resolveRun, wholeFiles } from '../lake/resolve-run.ts'
import type { FileCheck } from '../lake/verify.ts'
import type { JobContext } from './pipeline.ts'

/**
 * Publishes an earlier run again, by the same one rename as a new one, after reading every file of it. Throws
 * `RUN_UNKNOWN`, `RUN_AMBIGUOUS`, `RUN_NOT_PUBLISHED`, `RUN_PRUNED`, `RUN_DAMAGED`.
 */
export function publishRun(
  { layout, signal, emit }: JobContext,
  { run }: CheckedParams<'runs.publish'>,
): Promise<PublishedRunResult> {
  return withWriterLock(layout, 'runs publish', async () => {
    const named = await resolveRun(layout, run)
    const { run_id, current } = named
    const manifest = keptTables(named)
    const checks = await wholeFiles(layout, manifest, { full: true, signal })
    const next = noted(manifest, checks)
    const result = {
      run_id,
      previous_run_id: current?.run_id ?? null,
      files: checks.length,
      bytes: checks.reduce((sum, check) => sum + check.bytes, 0),
    }
    if (current?.run_id === run_id && next === manifest) return { ...result, status: 'unchanged' }
    await publishManifest(layout, { ...next, republished_at: new Date().toISOString() })
    emit({ type: 'published', run_id })
    return { ...result, status: 'published' }
  })
}

/** The manifest with the files' times of change as they are now, just read: the same one when they are. */
function noted(manifest: Manifest, checks: readonly FileCheck[]): Manifest {
  const times = new Map(checks.map((check) => [check.path, check.mtime_ms]))
  let changed = false
  const noteTable = (table: Manifest['tables']['films']) => ({
    ...table,
    files: table.files.map((file) => {
      const mtime_ms = times.get(file.path) ?? null
      changed ||= mtime_ms !== file.mtime_ms
      return { ...file, mtime_ms }
    }),
  })
  const { films, reviews, people, rejects } = manifest.tables
  const tables = {
    films: noteTable(films),
    reviews: noteTable(reviews),
    people: noteTable(people),
    rejects: noteTable(rejects),
  }
  return changed ? { ...manifest, tables } : manifest
}
