import type { CheckedParams, Page, Review } from '../api.ts'
import { list } from '../duck/index.ts'
import { CURATED } from '../lake/schema.ts'
import { reviewsFound } from './found.ts'
import type { Published } from './published.ts'
import { isOfFilm, orderBy, parseSort } from './sort.ts'
import { Values } from './values.ts'

const REVIEW_COLUMNS = CURATED.reviews.map(({ name }) => name).join(', ')

/** Reviews with the columns of their film that they are shown and sorted with. */
export const REVIEWS_WITH_FILM = `(
  SELECT reviews.*, film.title AS film_title, film.year AS film_year
  FROM reviews LEFT JOIN films AS film ON film.film_id = reviews.film_id
) AS reviews`

/** A page of reviews, by film when no order is asked for. Throws `BAD_REQUEST` for an unknown order. */
export async function reviewsPage(
  run: Published,
  params: CheckedParams<'reviews.page'>,
  signal?: AbortSignal,
): Promise<Page<Review>> {
  const sort = parseSort('reviews', params.sort)
  const where = await reviewsFound(run, params, signal)
  const values = new Values()
  const condition = where(values)
  const [counted] = await run.duck.query<{ n: number }>(
    `SELECT count(*) AS n FROM reviews WHERE ${condition}`,
    values.params,
    { signal },
  )
  const total = counted?.n ?? 0
  if (params.limit === 0 || params.offset >= total) return { total, rows: [] }
  const source = sort && isOfFilm(sort.column) ? REVIEWS_WITH_FILM : 'reviews'
  const order = `${sort ? `${orderBy(sort)}, ` : ''}file_no, file_row`
  const limit = `LIMIT ${values.add(BigInt(params.limit))} OFFSET ${values.add(BigInt(params.offset))}`
  // First which ones, by the few columns that tell; then these whole: texts are most of the bytes.
  const places = await run.duck.query<Place>(
    `SELECT file_no, file_row FROM ${source} WHERE ${condition} ORDER BY ${order} ${limit}`,
    values.params,
    { signal },
  )
  const rows = await reviewsAt(run, places, signal)
  return { total, rows: params.with_film ? await withFilm(run, rows, signal) : rows }
}

/** Where a review stands: in which file, at which row. */
interface Place {
  file_no: number
  file_row: number
}

/** Whole reviews, in the order of their places. */
async function reviewsAt(run: Published, places: readonly Place[], signal?: AbortSignal): Promise<Review[]> {
  const rows = places.map(({ file_row }) => file_row)
  const near = [Math.min(...rows), Math.max(...rows)].map(BigInt)
  const found = await run.duck.query<Review & Place>(
    `SELECT ${REVIEW_COLUMNS}, file_no, file_row FROM reviews
     WHERE file_row BETWEEN $1 AND $2 AND file_row IN (SELECT unnest($3::BIGINT[]))`,
    [...near, list(rows.map(BigInt))],
    { signal },
  )
  const key = ({ file_no, file_row }: Place) => `${file_no}/${file_row}`
  const byPlace = new Map(
    found.map(({ file_no, file_row, ...review }) => [key({ file_no, file_row }), review]),
  )
  return places.flatMap((place) => byPlace.get(key(place)) ?? [])
}

async function withFilm(run: Published, rows: readonly Review[], signal?: AbortSignal): Promise<Review[]> {
  const ids = [...new Set(rows.flatMap(({ film_id }) => film_id ?? []))]
  const films = await run.duck.query<{ film_id: string; title: string | null; year: number | null }>(
    'SELECT film_id, title, year FROM films WHERE film_id IN (SELECT unnest($1::VARCHAR[]))',
    [list(ids)],
    { signal },
  )
  const byId = new Map(films.map((film) => [film.film_id, film]))
  return rows.map((row) => {
    const film = row.film_id === null ? undefined : byId.get(row.film_id)
    return { ...row, film_title: film?.title ?? null, film_year: film?.year ?? null }
  })
}
