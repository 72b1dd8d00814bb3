import type { ColumnSummary } from '../api.ts'
import type { FilmColumn } from './column-summaries.ts'
import type { Found } from './found.ts'
import type { Published } from './published.ts'
import { Values } from './values.ts'

const TOP = 5

/** The most frequent values of columns of words, and how many different ones there are. */
export async function valueSummaries(
  run: Published,
  where: Found,
  columns: readonly FilmColumn[],
  signal: AbortSignal | undefined,
): Promise<ColumnSummary[]> {
  if (columns.length === 0) return []
  const values = new Values()
  const names = columns.map(({ name }) => name).join(', ')
  const looks = columns.map(({ name, type }) => {
    const isList = type === 'VARCHAR[]'
    const items = isList ? `SELECT unnest(${name}) AS value FROM found` : `SELECT ${name} AS value FROM found`
    const known = isList ? `count(*) FILTER (WHERE len(${name}) > 0)` : `count(${name})`
    return `SELECT '${name}' AS "column", (SELECT count(*) FROM found) AS total,
      (SELECT ${known} FROM found) AS known, coalesce(max(different), 0) AS "distinct",
      list({value: value, n: n} ORDER BY n DESC, value) AS top
      FROM (
        SELECT value, count(*) AS n, count(*) OVER () AS different FROM (${items}) AS each
        WHERE value IS NOT NULL GROUP BY value ORDER BY n DESC, value LIMIT ${TOP}
      ) AS counted`
  })
  const rows = await run.duck.query<{
    column: string
    total: number
    known: number
    distinct: number
    top: { value: string; n: number }[] | null
  }>(
    `WITH found AS MATERIALIZED (SELECT ${names} FROM films WHERE ${where(values)}) ${looks.join(' UNION ALL ')}`,
    values.params,
    { signal },
  )
  return rows.map(({ column, total, known, distinct, top }) => ({
    column,
    kind: 'values',
    known,
    unknown: total - known,
    distinct,
    top: top ?? [],
  }))
}
