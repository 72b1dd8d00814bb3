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
  // One statement a column: side by side they are quicker than one of them all, which would copy what it looks at.
  const [known, ...tops] = await Promise.all([
    knownOf(run, where, columns, signal),
    ...columns.map((column) => topOf(run, where, column, signal)),
  ])
  return columns.map(({ name }, at) => {
    const rows = tops[at] ?? []
    const given = known[name] ?? 0
    return {
      column: name,
      kind: 'values',
      known: given,
      unknown: (known.total ?? 0) - given,
      distinct: rows[0]?.different ?? 0,
      top: rows.map(({ value, n }) => ({ value, n })),
    }
  })
}

const isList = ({ type }: FilmColumn) => type === 'VARCHAR[]'

/** Films with a value, by column, and of all. */
async function knownOf(
  run: Published,
  where: Found,
  columns: readonly FilmColumn[],
  signal: AbortSignal | undefined,
): Promise<Record<string, number>> {
  const values = new Values()
  const looks = columns.map((column) =>
    isList(column)
      ? `count(*) FILTER (WHERE len(${column.name}) > 0) AS ${column.name}`
      : `count(${column.name}) AS ${column.name}`,
  )
  const [row] = await run.duck.query<Record<string, number>>(
    `SELECT count(*) AS total, ${looks.join(', ')} FROM films WHERE ${where(values)}`,
    values.params,
    { signal },
  )
  return row ?? {}
}

function topOf(
  run: Published,
  where: Found,
  column: FilmColumn,
  signal: AbortSignal | undefined,
): Promise<{ value: string; n: number; different: number }[]> {
  const values = new Values()
  const value = isList(column) ? `unnest(${column.name})` : column.name
  return run.duck.query(
    `SELECT value, count(*) AS n, count(*) OVER () AS different
     FROM (SELECT ${value} AS value FROM films WHERE ${where(values)}) AS each
     WHERE value IS NOT NULL GROUP BY value ORDER BY n DESC, value LIMIT ${TOP}`,
    values.params,
    { signal },
  )
}
