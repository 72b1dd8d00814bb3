import { CineError } from '../errors.ts'
import { CURATED, type TableName } from '../lake/schema.ts'

export interface Sort {
  /** A column of the table's closed list. */
  column: string
  type: string
  descending: boolean
}

/** What a review can be sorted by besides its own columns. */
export const OF_FILM = [
  { name: 'film_title', type: 'VARCHAR' },
  { name: 'film_year', type: 'INTEGER' },
] as const

const SORTABLE = { ...CURATED, reviews: [...CURATED.reviews, ...OF_FILM] }

/** True for what is not in the table of reviews: it must be joined with that of films. */
export function isOfFilm(column: string): boolean {
  return OF_FILM.some(({ name }) => name === column)
}

/** `column` or `column:desc`. Throws `BAD_REQUEST` for a column that the table has not. */
export function parseSort(table: TableName, sort: string | undefined): Sort | null {
  if (sort === undefined) return null
  const [, name, direction] = /^([^:]*)(?::(asc|desc))?$/.exec(sort) ?? []
  const column = SORTABLE[table].find((each) => each.name === name)
  if (column) return { column: column.name, type: column.type, descending: direction === 'desc' }
  const columns = SORTABLE[table].map((each) => each.name)
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
