import { CineError } from '../errors.ts'
import { CURATED, type TableName } from '../lake/schema.ts'

export interface Sort {
  /** A column of the table's closed list. */
  column: string
  type: string
  descending: boolean
}

/** `column` or `column:desc`. Throws `BAD_REQUEST` for a column that the table has not. */
export function parseSort(table: TableName, sort: string | undefined): Sort | null {
  if (sort === undefined) return null
  const [, name, direction] = /^([^:]*)(?::(asc|desc))?$/.exec(sort) ?? []
  const column = CURATED[table].find((each) => each.name === name)
  if (column) return { column: column.name, type: column.type, descending: direction === 'desc' }
  const columns = CURATED[table].map((each) => each.name)
  throw new CineError(
    'BAD_REQUEST',
    `sort: ${table} cannot be sorted by ${JSON.stringify(sort)}, only by one of ${columns.join(', ')}.`,
    { hint: 'Give a column, and `:desc` after it for the other way.', details: { sort, columns } },
  )
}

/** The order of a page: unknown last either way, text without case and accents. */
export function orderBy(sort: Sort): string {
  const { column, type, descending } = sort
  const key = type === 'VARCHAR' ? `${column} COLLATE NOCASE.NOACCENT` : column
  return `${key} ${descending ? 'DESC' : 'ASC'} NULLS LAST`
}
