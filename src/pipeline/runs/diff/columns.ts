import type { TableDiff } from '../../api.ts'
import type { Duck, QueryOptions } from '../../duck/index.ts'
import type { TableName } from '../../lake/schema.ts'
import { type Column, filesOf, quoted, type Side } from './relations.ts'

/** The columns of a table that both runs have, in the order of the second one, and how the two differ. */
export async function comparedColumns(
  duck: Duck,
  table: TableName,
  options: QueryOptions,
): Promise<{ schema: TableDiff['schema']; common: Column[] }> {
  const [a, b] = [await typesOf(duck, 'a', table, options), await typesOf(duck, 'b', table, options)]
  const schema: TableDiff['schema'] = []
  const common: Column[] = []
  for (const column of new Set([...b.keys(), ...a.keys()])) {
    const [type_a, type_b] = [a.get(column) ?? null, b.get(column) ?? null]
    if (type_a !== type_b) schema.push({ column, type_a, type_b })
    if (type_a === null || type_b === null) continue
    // Of another type, a value is the same when it reads the same.
    common.push({ name: column, read: type_a === type_b ? quoted(column) : `${quoted(column)}::VARCHAR` })
  }
  return { schema, common }
}

async function typesOf(
  duck: Duck,
  side: Side,
  table: TableName,
  options: QueryOptions,
): Promise<Map<string, string>> {
  const described = await duck.query<{ column_name: string; column_type: string }>(
    `DESCRIBE SELECT * FROM read_parquet(getvariable('${filesOf(side, table)}'), hive_partitioning = false)`,
    [],
    options,
  )
  return new Map(described.map(({ column_name, column_type }) => [column_name, column_type]))
}
