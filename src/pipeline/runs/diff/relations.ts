import type { TableName } from '../../lake/schema.ts'

export type Side = 'a' | 'b'

/** What tells a row of a table from the others. */
export const KEYS: Record<TableName, readonly string[]> = {
  films: ['film_id'],
  reviews: ['review_id'],
  people: ['film_id', 'role', 'person_id'],
  rejects: ['source', 'path', 'line'],
}

/** The variable of a connection that holds the paths of a run's table. */
export const filesOf = (side: Side, table: TableName) => `${side}_${table}_files`

/** A column's name in a statement: it comes from a file that something else may have written. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** A column of both runs, and how it is read so that its values can be compared. */
export interface Column {
  name: string
  read: string
}

/** The tables of two runs as the comparison reads them. */
export interface Compared {
  /** The columns that tell a row from the others; `PLACE` tells apart two rows that they do not. */
  key: readonly string[]
  /** Columns of both that are not the key. */
  columns: readonly Column[]
  /** A table with one row for each key that is not the same in both: the key, and `state`. */
  differing: string
  /** The rows of a side: its key, and the columns of both. */
  rows(side: Side): string
  /** The condition that two relations are of one key. */
  on(one: string, other: string): string
}

export const PLACE = 'place'

export function comparison(table: TableName, common: readonly Column[]): Compared {
  const key = KEYS[table]
  const columns = common.filter(({ name }) => !key.includes(name))
  // Two rejects may begin on one line: they are told apart by what else they say.
  const numbered = table === 'rejects'
  const order = columns.map(({ name }) => `${quoted(name)} NULLS LAST`).join(', ')
  const place = numbered
    ? `, row_number() OVER (PARTITION BY ${key.join(', ')} ORDER BY ${order}) AS ${PLACE}`
    : ''
  const parts = [...key, ...(numbered ? [PLACE] : [])]
  const read = common.map((column) => `${column.read} AS ${quoted(column.name)}`).join(', ')
  return {
    key: parts,
    columns,
    differing: `${table}_differing`,
    rows: (side) =>
      `(SELECT ${read}${place}
        FROM read_parquet(getvariable('${filesOf(side, table)}'), hive_partitioning = false))`,
    on: (one, other) => parts.map((part) => `${one}.${part} = ${other}.${part}`).join(' AND '),
  }
}
