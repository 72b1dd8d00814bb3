import type { Filters } from '../../pipeline/api.ts'

export type { Filters }

export const IMDB_RANGE = [0, 10] as const

/** Without keys that filter nothing, and with bounds the right way round: equal views get equal filters. */
export function normaliseFilters(filters: Filters): Filters {
  const [from_year, to_year] = inOrder(filters.from_year, filters.to_year)
  const [min_imdb, max_imdb] = inOrder(filters.min_imdb, filters.max_imdb)
  const genres = [...new Set(filters.genres)]
  return {
    ...(from_year === undefined ? {} : { from_year }),
    ...(to_year === undefined ? {} : { to_year }),
    ...(genres.length > 0 ? { genres } : {}),
    ...(min_imdb === undefined ? {} : { min_imdb }),
    ...(max_imdb === undefined ? {} : { max_imdb }),
    ...(filters.include_unknown ? { include_unknown: true } : {}),
  }
}

type Bound = number | undefined

function inOrder(low: Bound, high: Bound): [Bound, Bound] {
  return low !== undefined && high !== undefined && low > high ? [high, low] : [low, high]
}

export function equalFilters(left: Filters, right: Filters): boolean {
  return JSON.stringify(normaliseFilters(left)) === JSON.stringify(normaliseFilters(right))
}

/** Whether any film can be left out: the switch for unknown values does nothing by itself. */
export function isFiltering(filters: Filters): boolean {
  const { include_unknown: _, ...rest } = normaliseFilters(filters)
  return Object.keys(rest).length > 0
}
