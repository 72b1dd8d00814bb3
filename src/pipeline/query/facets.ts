import type { CheckedParams, Facets, FilmCounts } from '../api.ts'
import { type FilmFilter, type FilterKey, filmFilter } from './filters.ts'
import type { Published } from './published.ts'
import { Values } from './values.ts'

/** Of 0.5 IMDb points; the last bin includes 10. */
const IMDB_BIN = 'least(floor(imdb_rating * 2) / 2, 9.5)'

/** What stands behind the filter bar, counted in one look at the films for each control. */
export async function facets(
  run: Published,
  params: CheckedParams<'films.facets'>,
  signal?: AbortSignal,
): Promise<Facets> {
  const filter = await filmFilter(run, params.filters)
  const [years, genres, imdb, counts] = await Promise.all([
    histogram<{ year: number; n: number }>(run, filter, 'years', YEARS, signal),
    histogram<{ genre: string; n: number }>(run, filter, 'genres', GENRES, signal),
    histogram<{ from: number; n: number }>(run, filter, 'imdb', IMDB, signal),
    countedBy(run, filter, signal),
  ])
  return { ...counts, years, genres, imdb }
}

const YEARS = (where: string) =>
  `SELECT year, count(*) AS n FROM films WHERE ${where} AND year IS NOT NULL GROUP BY year ORDER BY year`
const GENRES = (where: string) =>
  `SELECT genre, n FROM (
    SELECT genre_row, count(*) AS n FROM film_genres
    WHERE film_row IN (SELECT rowid FROM films WHERE ${where}) GROUP BY genre_row
  ) AS counted JOIN (SELECT rowid AS genre_row, genre FROM genres) AS named USING (genre_row)
  ORDER BY n DESC, genre`
const IMDB = (where: string) =>
  `SELECT ${IMDB_BIN} AS "from", count(*) AS n FROM films
   WHERE ${where} AND imdb_rating IS NOT NULL GROUP BY 1 ORDER BY 1`

function histogram<Bin>(
  run: Published,
  filter: FilmFilter,
  without: FilterKey,
  sql: (where: string) => string,
  signal: AbortSignal | undefined,
): Promise<Bin[]> {
  const values = new Values()
  return run.duck.query<Bin>(sql(filter.where(values, { without })), values.params, { signal })
}

/** How many films pass the filters. */
export async function filmCounts(
  run: Published,
  params: CheckedParams<'films.counts'>,
  signal?: AbortSignal,
): Promise<FilmCounts> {
  return countedBy(run, await filmFilter(run, params.filters), signal)
}

async function countedBy(run: Published, filter: FilmFilter, signal?: AbortSignal): Promise<FilmCounts> {
  const values = new Values()
  const strictly = filter.where(values, { unknown: false })
  const leniently = filter.where(values, { unknown: true })
  const [row] = await run.duck.query<{
    strict: number
    lenient: number
    total: number
    min_year: number | null
    max_year: number | null
    max_imdb: number | null
  }>(
    `SELECT count(*) FILTER (WHERE ${strictly}) AS strict, count(*) FILTER (WHERE ${leniently}) AS lenient,
       count(*) AS total, min(year) AS min_year, max(year) AS max_year,
       max(imdb_rating) AS max_imdb FROM films`,
    values.params,
    { signal },
  )
  const { strict = 0, lenient = 0, total = 0, min_year = null, max_year = null, max_imdb = null } = row ?? {}
  return {
    n: filter.includeUnknown ? lenient : strict,
    total,
    unknown: lenient - strict,
    bounds: { min_year, max_year, max_imdb },
  }
}
