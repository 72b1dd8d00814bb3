import { CURATED, type TableName } from '../lake/schema.ts'

/** The variable of a connection that holds the paths of a table's files. */
export function filesOf(table: string): string {
  return `${table}_files`
}

/** A curated table out of its files, with the columns of the schema. */
export function readTable(table: TableName): string {
  const columns = CURATED[table].map(({ name }) => name).join(', ')
  return `SELECT ${columns} FROM read_parquet(getvariable('${filesOf(table)}'), hive_partitioning = false)`
}
