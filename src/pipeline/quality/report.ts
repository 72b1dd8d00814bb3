import type { CheckedParams, QualityReport } from '../api.ts'
import type { Duck } from '../duck/index.ts'
import type { LakeLayout } from '../lake/layout.ts'
import type { Manifest } from '../lake/manifest.ts'
import { keptTables, readingFiles, resolveRun, wholeFiles } from '../lake/resolve-run.ts'
import { readRuns } from '../lake/run-record.ts'
import { TABLE_NAMES } from '../lake/schema.ts'
import { checkTables } from './check-result.ts'
import { completenessOf } from './completeness.ts'
import { matchingOf } from './matching.ts'
import { rejectsOf } from './rejects.ts'
import { withTables } from './result-tables.ts'

/**
 * What is known of a run's quality: its balance, checks, gaps, matches and rejects. What was not noted when it
 * was published, by an older version of the studio, is found out now. Throws `RUN_UNKNOWN`, `RUN_AMBIGUOUS`,
 * `RUN_NOT_PUBLISHED`, `RUN_PRUNED`, `RUN_DAMAGED`, `NOTHING_PUBLISHED`.
 */
export async function qualityReport(
  layout: LakeLayout,
  params: CheckedParams<'quality.get'>,
  signal: AbortSignal,
): Promise<QualityReport> {
  const manifest = keptTables(await resolveRun(layout, params.run))
  await wholeFiles(layout, manifest, { full: false, signal })
  const before = await comparedWith(layout, manifest)
  const report = async (duck: Duck): Promise<QualityReport> => {
    const noted = notedNulls(manifest)
    const found =
      noted && manifest.checks.length > 0 ? null : await checkTables(duck, manifest, before, { signal })
    return {
      run_id: manifest.run_id,
      compared_with: manifest.compared_with,
      balance: manifest.balance,
      checks: found?.checks ?? manifest.checks,
      completeness: completenessOf(manifest, found?.nulls ?? noted ?? {}, before),
      matching: await matchingOf(duck, layout, manifest, { signal, limit: params.limit }),
      rejects: await rejectsOf(duck, params, { signal }),
    }
  }
  return readingFiles(layout, [manifest], () => withTables(layout, manifest, report))
}

/** What is known of the run that this one was checked against; null when it was not, or its record is lost. */
async function comparedWith(layout: LakeLayout, { compared_with }: Manifest): Promise<Manifest | null> {
  if (compared_with === null) return null
  return (await readRuns(layout)).get(compared_with)?.manifest ?? null
}

function notedNulls(manifest: Manifest): Record<string, Record<string, number>> | null {
  const noted = TABLE_NAMES.map((table) => [table, manifest.tables[table].nulls] as const)
  if (noted.some(([, nulls]) => nulls === null)) return null
  return Object.fromEntries(noted.map(([table, nulls]) => [table, nulls ?? {}]))
}
