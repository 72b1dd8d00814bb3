import { type Filters, normaliseFilters } from './filters.ts'

/** Filters as the query of an address: `from_year=1990&genre=Drama&genre=Comedy&include_unknown=1`. */
export function filtersToQuery(filters: Filters): URLSearchParams {
  const { from_year, to_year, genres, min_imdb, max_imdb, include_unknown } = normaliseFilters(filters)
  const query = new URLSearchParams()
  const set = (name: string, value: number | undefined) => {
    if (value !== undefined) query.set(name, String(value))
  }
  set('from_year', from_year)
  set('to_year', to_year)
  for (const genre of genres ?? []) query.append('genre', genre)
  set('min_imdb', min_imdb)
  set('max_imdb', max_imdb)
  if (include_unknown) query.set('include_unknown', '1')
  return query
}

/** What a query says, within the bounds of the contract; the rest of it is ignored, for anyone may write it. */
export function filtersFromQuery(query: URLSearchParams): Filters {
  const year = (name: string) => number(query.get(name), 1800, 2200, Number.isInteger)
  const score = (name: string) => number(query.get(name), 0, 10, Number.isFinite)
  const genres = query.getAll('genre').filter((genre) => genre.length > 0 && genre.length <= 200)
  return normaliseFilters({
    from_year: year('from_year'),
    to_year: year('to_year'),
    genres: genres.slice(0, 200),
    min_imdb: score('min_imdb'),
    max_imdb: score('max_imdb'),
    include_unknown: query.get('include_unknown') === '1',
  })
}

function number(text: string | null, low: number, high: number, accepts: (value: number) => boolean) {
  if (text === null || text.trim() === '') return undefined
  const value = Number(text)
  return accepts(value) && value >= low && value <= high ? value : undefined
}
