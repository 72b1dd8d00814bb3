import type { CheckedParams, RunDetail } from '../api.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { summaryOf } from '../lake/list-runs.ts'
import { resolveRun } from '../lake/resolve-run.ts'
import { stateOf } from '../lake/run-record.ts'
import { verifyFiles } from '../lake/verify.ts'

/** Everything that is known of a run, its files looked at. Throws `RUN_UNKNOWN`, `RUN_AMBIGUOUS`. */
export async function showRun(
  layout: LakeLayout,
  { run, verify }: CheckedParams<'runs.show'>,
  signal: AbortSignal,
): Promise<RunDetail> {
  const { run_id, record, manifest, current } = await resolveRun(layout, run)
  const prunedAt = record?.pruned_at ?? null
  const kept = manifest && prunedAt === null
  const checked = kept ? await verifyFiles(layout, manifest, { full: verify, signal }) : []
  const files = checked.map(({ mtime_ms: _, ...file }) => file)
  return {
    run_id,
    state: record ? stateOf(record, current) : 'published',
    current: current?.run_id === run_id,
    verb: record?.verb ?? null,
    started_at: record?.started_at ?? null,
    error: record?.error ?? null,
    steps: record?.steps ?? [],
    published: manifest && summaryOf(manifest, current, prunedAt),
    rules_version: manifest?.rules_version ?? null,
    fingerprint: manifest?.fingerprint ?? null,
    files,
    whole: files.length > 0 ? files.every((file) => file.problem === null) : null,
    checks: manifest?.checks ?? record?.refused ?? [],
    compared_with: manifest?.compared_with ?? null,
  }
}
