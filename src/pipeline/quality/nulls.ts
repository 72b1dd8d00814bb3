import type { Duck, QueryOptions } from '../duck/index.ts'
import { filesOf } from '../lake/read-table.ts'
import { TABLE_NAMES, type TableName } from '../lake/schema.ts'

export type Nulls = Record<TableName, Record<string, number>>

/** How many rows of each table lack each column. */
export async function countNulls(duck: Duck, options: QueryOptions): Promise<Nulls> {
  const nulls: Partial<Nulls> = {}
  for (const table of TABLE_NAMES) nulls[table] = await nullsOf(duck, table, options)
  return nulls as Nulls
}

interface Column {
  name: string
  type: string
}

async function nullsOf(duck: Duck, table: TableName, options: QueryOptions): Promise<Record<string, number>> {
  const columns = await duck.query<Column>(
    `SELECT column_name AS name, column_type AS type FROM (DESCRIBE ${table})`,
    [],
    options,
  )
  const noted = await notedInFiles(duck, table, options)
  // Of a list the file notes only how many items lack, and some writers note nothing: those are counted.
  const unknown = columns.filter(({ name, type }) => type.endsWith('[]') || !noted.has(name))
  const counted = unknown.length === 0 ? {} : await counts(duck, table, unknown, options)
  return Object.fromEntries(columns.map(({ name }) => [name, counted[name] ?? noted.get(name) ?? 0]))
}

/** What the files' own statistics say: their values need not be read for it. */
async function notedInFiles(
  duck: Duck,
  table: TableName,
  options: QueryOptions,
): Promise<Map<string, number>> {
  const rows = await duck.query<{ name: string; nulls: number }>(
    `SELECT path_in_schema AS name, sum(stats_null_count)::BIGINT AS nulls
     FROM parquet_metadata(getvariable('${filesOf(table)}'))
     GROUP BY path_in_schema HAVING count(*) = count(stats_null_count)`,
    [],
    options,
  )
  return new Map(rows.map(({ name, nulls }) => [name, nulls]))
}

async function counts(
  duck: Duck,
  table: TableName,
  columns: readonly Column[],
  options: QueryOptions,
): Promise<Record<string, number>> {
  const sums = columns.map(
    ({ name }, index) => `count(*) - count("${name.replaceAll('"', '""')}") AS c${index}`,
  )
  const [row] = await duck.query<Record<string, number>>(
    `SELECT ${sums.join(', ')} FROM ${table}`,
    [],
    options,
  )
  return Object.fromEntries(columns.map(({ name }, index) => [name, row?.[`c${index}`] ?? 0]))
}
