import type { TableDiff } from '../../api.ts'
import type { Duck, QueryOptions } from '../../duck/index.ts'
import type { Manifest } from '../../lake/manifest-schema.ts'
import type { TableName } from '../../lake/schema.ts'
import { comparedColumns } from './columns.ts'
import { type Compared, comparison, KEYS, quoted, type Side } from './relations.ts'
import { sampleRows } from './samples.ts'

type TableFiles = Manifest['tables'][TableName]

/** Compares a table of two runs. Equal files have equal rows: those are not even read. */
export async function diffTable(
  duck: Duck,
  table: TableName,
  files: Record<Side, TableFiles>,
  options: QueryOptions & { samples: number },
): Promise<TableDiff> {
  const key = [...KEYS[table]]
  const [rows_a, rows_b] = [files.a.rows, files.b.rows]
  const none: TableDiff['samples'] = { added: [], removed: [], changed: [] }
  const base = { table, key, rows_a, rows_b }
  if (hashes(files.a) === hashes(files.b))
    return {
      ...base,
      added: 0,
      removed: 0,
      changed: 0,
      unchanged: rows_a,
      schema: [],
      columns: [],
      samples: none,
    }

  const { schema, common } = await comparedColumns(duck, table, options)
  const compared = comparison(table, common)
  await findDiffering(duck, compared, options)
  try {
    const count = await counts(duck, compared, options)
    const { changed, columns } = await changes(duck, compared, options)
    const samples = await sampleRows(duck, compared, options)
    const unchanged = rows_a - count.removed - changed
    return { ...base, ...count, changed, unchanged, schema, columns, samples }
  } finally {
    await duck.run(`DROP TABLE ${compared.differing}`)
  }
}

function hashes({ files }: TableFiles): string {
  return files.map((file) => file.sha256).join(' ')
}

/**
 * Rows of one side only, and rows of both that differ. Values are compared by a hash of the whole row, so that
 * the texts of a million reviews need not be held side by side; those found are compared by value afterwards.
 */
async function findDiffering(
  duck: Duck,
  { key, columns, differing, rows, on }: Compared,
  options: QueryOptions,
): Promise<void> {
  const hashed = (side: Side) =>
    `(SELECT ${key.join(', ')}, hash(${columns.map(({ name }) => quoted(name)).join(', ')}) AS hashed
      FROM ${rows(side)})`
  const keys = key.map((part) => `coalesce(one.${part}, other.${part}) AS ${part}`)
  await duck.run(
    `CREATE TABLE ${differing} AS
     SELECT ${keys.join(', ')}, CASE WHEN one.hashed IS NULL THEN 'added' WHEN other.hashed IS NULL THEN 'removed'
       ELSE 'changed' END AS state
     FROM ${hashed('a')} AS one FULL OUTER JOIN ${hashed('b')} AS other ON ${on('one', 'other')}
     WHERE one.hashed IS DISTINCT FROM other.hashed`,
    [],
    options,
  )
}

async function counts(
  duck: Duck,
  { differing }: Compared,
  options: QueryOptions,
): Promise<{ added: number; removed: number }> {
  const [row] = await duck.query<{ added: number; removed: number }>(
    `SELECT count(*) FILTER (WHERE state = 'added') AS added,
       count(*) FILTER (WHERE state = 'removed') AS removed FROM ${differing}`,
    [],
    options,
  )
  return { added: row?.added ?? 0, removed: row?.removed ?? 0 }
}

/** Column by column, of the rows of both: how many have another value. */
async function changes(
  duck: Duck,
  compared: Compared,
  options: QueryOptions,
): Promise<{ changed: number; columns: TableDiff['columns'] }> {
  const differs = compared.columns.map(
    ({ name }) => `(one.${quoted(name)} IS DISTINCT FROM other.${quoted(name)})`,
  )
  const sums = differs.map((condition, index) => `count(*) FILTER (WHERE ${condition}) AS c${index}`)
  const [row] = await duck.query<Record<string, number>>(
    `SELECT count(*) FILTER (WHERE ${differs.join(' OR ')}) AS changed, ${sums.join(', ')}
     FROM (FROM ${compared.differing} WHERE state = 'changed') AS found
     JOIN ${compared.rows('a')} AS one ON ${compared.on('found', 'one')}
     JOIN ${compared.rows('b')} AS other ON ${compared.on('found', 'other')}`,
    [],
    options,
  )
  const columns = compared.columns.map(({ name }, index) => ({
    column: name,
    changed: row?.[`c${index}`] ?? 0,
  }))
  return {
    changed: row?.changed ?? 0,
    columns: columns.filter(({ changed }) => changed > 0).sort((one, other) => other.changed - one.changed),
  }
}
