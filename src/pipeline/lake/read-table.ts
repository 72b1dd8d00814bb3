import type { Duck } from '../duck/index.ts'
import { CURATED, type TableName } from './schema.ts'

/** The variable of a connection that holds the paths of a table's files. */
export function filesOf(table: string): string {
  return `${table}_files`
}

/**
 * A curated table out of its files, with the columns of the schema (one that an older version of the studio did
 * not write is NULL) and what `further` ones are asked for.
 */
export async function readTable(
  duck: Duck,
  table: TableName,
  further: readonly string[] = [],
): Promise<string> {
  const from = `read_parquet(getvariable('${filesOf(table)}'), hive_partitioning = false)`
  const described = await duck.query<{ column_name: string }>(`DESCRIBE SELECT * FROM ${from}`)
  const written = new Set(described.map(({ column_name }) => column_name))
  const columns = CURATED[table].map(({ name, type }) =>
    written.has(name) ? name : `CAST(NULL AS ${type}) AS ${name}`,
  )
  return `SELECT ${[...columns, ...further].join(', ')} FROM ${from}`
}
