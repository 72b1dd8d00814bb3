/**
 * `node bench/compare/main.ts LAKE LAKE`: whether two lakes have the same rows published, whatever their order in
 * the files; where they do not, in which columns, with one example of each. For changes that must change nothing.
 */
import { argv } from 'node:process'
import { fileList, openDuck } from '../../src/pipeline/duck/index.ts'
import { lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { readCurrent, tableFiles } from '../../src/pipeline/lake/manifest.ts'
import { CURATED, TABLE_NAMES, type TableName } from '../../src/pipeline/lake/schema.ts'

/** What tells the rows of a table apart. */
const KEYS: Record<TableName, readonly string[]> = {
  films: ['film_id'],
  reviews: ['review_id'],
  people: ['film_id', 'role', 'person_id'],
  rejects: ['source', 'path', 'line', 'raw'],
}

const lakes = argv.slice(2, 4)
if (lakes.length !== 2) {
  console.error('Usage: node bench/compare/main.ts LAKE LAKE')
  process.exit(2)
}
const manifests = await Promise.all(
  lakes.map(async (lake) => {
    const layout = lakeLayout(lake)
    const manifest = await readCurrent(layout)
    if (!manifest) throw new Error(`Nothing is published in ${lake}.`)
    return { layout, manifest }
  }),
)

const duck = await openDuck({
  prepare: async (run) => {
    for (const [index, { layout, manifest }] of manifests.entries())
      for (const table of TABLE_NAMES)
        await run(`SET VARIABLE ${table}_${index} = $1`, [fileList(tableFiles(layout, manifest, table))])
  },
})
const rowsOf = (table: TableName, index: number) =>
  `read_parquet(getvariable('${table}_${index}'), hive_partitioning = false)`

let same = true
try {
  for (const table of TABLE_NAMES) {
    const [one, other] = await Promise.all([0, 1].map((index) => fingerprint(table, index)))
    if (one === other) {
      console.log(`${table}: the same ${one?.split(' ')[0]} rows`)
      continue
    }
    same = false
    console.log(`${table}: ${one?.split(' ')[0]} and ${other?.split(' ')[0]} rows, which differ:`)
    console.table(await differences(table))
  }
} finally {
  duck.close()
}
process.exitCode = same ? 0 : 1

/** How many rows, and a sum over all their values that does not depend on their order. */
async function fingerprint(table: TableName, index: number): Promise<string> {
  const columns = CURATED[table].map(({ name }) => name).join(', ')
  const [row] = await duck.query<{ rows: number; sum: string | number }>(
    `SELECT count(*) AS rows, coalesce(sum(hash(${columns})::HUGEINT), 0)::VARCHAR AS sum FROM ${rowsOf(table, index)}`,
  )
  return `${row?.rows} ${row?.sum}`
}

async function differences(table: TableName): Promise<Record<string, unknown>[]> {
  const keys = KEYS[table]
  const joined = `FROM ${rowsOf(table, 0)} AS a FULL JOIN ${rowsOf(table, 1)} AS b
    ON ${keys.map((key) => `a.${key} IS NOT DISTINCT FROM b.${key}`).join(' AND ')}`
  const key = keys[0]
  const found: Record<string, unknown>[] = []
  for (const [what, missing, there] of [
    ['only in the second', 'a', 'b'],
    ['only in the first', 'b', 'a'],
  ]) {
    const [row] = await duck.query(
      `SELECT '${what}' AS what, count(*) AS rows, any_value(${there}.${key}) AS example ${joined}
       WHERE ${missing}.${key} IS NULL AND ${there}.${key} IS NOT NULL`,
    )
    if (row) found.push(row)
  }
  for (const { name } of CURATED[table]) {
    const [row] = await duck.query<{ rows: number }>(
      `SELECT '${name}' AS what, count(*) AS rows, any_value(a.${key}) AS example,
         first(a.${name}::VARCHAR) AS first, first(b.${name}::VARCHAR) AS second
       ${joined} WHERE a.${key} IS NOT NULL AND b.${key} IS NOT NULL AND a.${name} IS DISTINCT FROM b.${name}`,
    )
    if (row && row.rows > 0) found.push(row)
  }
  return found
}
