import type { Filters } from '../api.ts'
import { list } from '../duck/index.ts'
import type { Published } from './published.ts'
import type { Values } from './values.ts'

/** One active filter, as conditions on a row of `films`. */
interface Condition {
  /** Never NULL: true for a film whose known value passes. */
  passes: string
  unknown: string
}

export type FilterKey = 'years' | 'genres' | 'imdb'

/** The filters of a question, ready to become SQL. */
export interface FilmFilter {
  readonly active: readonly FilterKey[]
  readonly includeUnknown: boolean
  /** Which films pass, but for the filters left out; with `unknown`, whatever the switch says. */
  where(values: Values, options?: { without?: FilterKey; unknown?: boolean }): string
}

/** Genres are compared without case and accents: those written so in this run are looked up first. */
export async function filmFilter(run: Published, filters: Filters = {}): Promise<FilmFilter> {
  const { from_year, to_year, min_imdb, max_imdb, include_unknown: includeUnknown = false } = filters
  const genres = filters.genres?.length ? await spellings(run, filters.genres) : undefined
  const conditions: Partial<Record<FilterKey, (values: Values) => Condition>> = {}
  if (from_year !== undefined || to_year !== undefined)
    conditions.years = (values) => range(values, 'year', 'INTEGER', from_year, to_year)
  if (min_imdb !== undefined || max_imdb !== undefined)
    conditions.imdb = (values) => range(values, 'imdb_rating', 'DOUBLE', min_imdb, max_imdb)
  if (genres !== undefined) conditions.genres = (values) => anyGenre(values, genres)
  const active = Object.keys(conditions) as FilterKey[]
  return {
    active,
    includeUnknown,
    where: (values, { without, unknown = includeUnknown } = {}) => {
      const parts = active.flatMap((key) => {
        const condition = key === without ? undefined : conditions[key]?.(values)
        if (!condition) return []
        return unknown ? `(${condition.passes} OR ${condition.unknown})` : condition.passes
      })
      return parts.length > 0 ? parts.join(' AND ') : 'true'
    },
  }
}

function range(
  values: Values,
  column: string,
  type: 'INTEGER' | 'DOUBLE',
  low: number | undefined,
  high: number | undefined,
): Condition {
  const bounds = [
    ...(low === undefined ? [] : [`${column} >= ${values.add(low)}::${type}`]),
    ...(high === undefined ? [] : [`${column} <= ${values.add(high)}::${type}`]),
  ]
  return {
    passes: `(${column} IS NOT NULL AND ${bounds.join(' AND ')})`,
    unknown: `${column} IS NULL`,
  }
}

function anyGenre(values: Values, genres: readonly bigint[]): Condition {
  const rows = values.add(list(genres))
  return {
    passes: `rowid IN (
      SELECT film_row FROM film_genres WHERE genre_row IN (SELECT unnest(${rows}::BIGINT[]))
    )`,
    unknown: 'coalesce(len(genres), 0) = 0',
  }
}

async function spellings(run: Published, asked: readonly string[]): Promise<bigint[]> {
  const rows = await run.duck.query<{ row: number }>(
    `SELECT rowid AS row FROM genres WHERE key IN (SELECT fold(unnest($1::VARCHAR[]))) ORDER BY row`,
    [list(asked)],
  )
  return rows.map(({ row }) => BigInt(row))
}
