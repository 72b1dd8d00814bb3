import { list, openDuck } from '../../src/pipeline/duck/index.ts'
import { CURATED, type TableName } from '../../src/pipeline/lake/schema.ts'

/** By which a row of a table is known. */
const KEYS: Record<TableName, string> = {
  films: 'film_id',
  reviews: 'review_id',
  people: "concat_ws('|', film_id, role, person_id)",
  rejects: "concat_ws('|', path, line, raw)",
}

export interface Difference {
  table: TableName
  /** `row`: it is only on one side. */
  column: string
  key: string
  one: unknown
  other: unknown
}

export interface Compared {
  rows: number
  /** The first hundred of each column. */
  differences: Difference[]
}

/** Every column of every row of two sets of Parquet files that hold a table; floats may differ by 1e-12. */
export async function compareTables(
  table: TableName,
  one: readonly string[],
  other: readonly string[],
): Promise<Compared> {
  const duck = await openDuck({ threads: 2 })
  const load = (name: string, files: readonly string[]) =>
    duck.run(
      `CREATE TABLE ${name} AS SELECT ${KEYS[table]} AS row_key, * FROM read_parquet($1, hive_partitioning = false)`,
      [list(files)],
    )
  try {
    await load('one', one)
    await load('other', other)
    const joined = 'one FULL JOIN other ON one.row_key = other.row_key'
    const [counted] = await duck.query<{ rows: number; keys: number }>(
      'SELECT count(*) AS rows, count(DISTINCT row_key) AS keys FROM one',
    )
    if (counted?.rows !== counted?.keys) throw new Error(`The rows of ${table} have no key of their own.`)
    const differences = await duck.query<Difference>(
      `SELECT '${table}' AS "table", 'row' AS "column", coalesce(one.row_key, other.row_key) AS "key",
        one.row_key AS one, other.row_key AS other
      FROM ${joined} WHERE one.row_key IS NULL OR other.row_key IS NULL ORDER BY 3 LIMIT 100`,
    )
    for (const { name, type } of CURATED[table]) {
      const [a, b] = [`one.${name}`, `other.${name}`]
      const differs =
        type === 'DOUBLE'
          ? `(${a} IS NULL) <> (${b} IS NULL) OR abs(${a} - ${b}) > 1e-12`
          : `${a} IS DISTINCT FROM ${b}`
      differences.push(
        ...(await duck.query<Difference>(
          `SELECT '${table}' AS "table", '${name}' AS "column", one.row_key AS "key", ${a} AS one, ${b} AS other
          FROM one JOIN other ON one.row_key = other.row_key WHERE ${differs} ORDER BY 3 LIMIT 100`,
        )),
      )
    }
    return { rows: counted?.rows ?? 0, differences }
  } finally {
    duck.close()
  }
}
