import type { CheckedParams, QualityReport, Reject } from '../api.ts'
import type { Duck, QueryOptions } from '../duck/index.ts'

/** How many records were left out for what, and some of them, in the order of their files. */
export async function rejectsOf(
  duck: Duck,
  { source, reason, limit, offset }: CheckedParams<'quality.get'>,
  options: QueryOptions,
): Promise<QualityReport['rejects']> {
  const by_reason = await duck.query<QualityReport['rejects']['by_reason'][number]>(
    `SELECT source, reason, count(*) AS rows FROM rejects GROUP BY source, reason
     ORDER BY rows DESC, source, reason`,
    [],
    options,
  )
  const total = by_reason
    .filter((each) => (source ?? each.source) === each.source && (reason ?? each.reason) === each.reason)
    .reduce((sum, { rows }) => sum + rows, 0)
  const rows = await duck.query<Reject>(
    `SELECT source, file, path, line, reason, detail, raw FROM rejects
     WHERE source = coalesce($1, source) AND reason = coalesce($2, reason)
     ORDER BY source, path, line, raw LIMIT $3 OFFSET $4`,
    [source ?? null, reason ?? null, limit, offset],
    options,
  )
  return { by_reason, total, rows }
}
