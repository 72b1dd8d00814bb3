import type { CheckedParams, Page, Review } from '../api.ts'
import { list } from '../duck/index.ts'
import { CURATED } from '../lake/schema.ts'
import { filmFilter } from './filters.ts'
import type { Published } from './published.ts'
import { reviewSearch } from './search.ts'
import { orderBy, parseSort } from './sort.ts'
import { Values } from './values.ts'

const REVIEW_COLUMNS = CURATED.reviews.map(({ name }) => name).join(', ')

/** A page of reviews, by film when no order is asked for. Throws `BAD_REQUEST` for an unknown order. */
export async function reviewsPage(
  run: Published,
  params: CheckedParams<'reviews.page'>,
  signal?: AbortSignal,
): Promise<Page<Review>> {
  const sort = parseSort('reviews', params.sort)
  const filter = await filmFilter(run, params.filters)
  const search = await reviewSearch(run, params.search, signal)
  const values = new Values()
  const where = [...search(values)]
  if (filter.active.length > 0) {
    const films = `film_id IN (SELECT film_id FROM films WHERE ${filter.where(values)})`
    // Of an orphan, everything that is filtered by is unknown.
    const passes = filter.includeUnknown ? `(${films} OR film_id IS NULL)` : films
    // Under its own film, what someone contributed shows whatever is filtered.
    where.push(params.film_id === undefined ? passes : `(${passes} OR origin = 'contribution')`)
  }
  if (params.film_id !== undefined) where.push(`film_id = ${values.add(params.film_id)}`)
  if (params.sentiment !== undefined) where.push(`sentiment = ${values.add(params.sentiment)}`)
  if (params.top_critic !== undefined) where.push(`is_top_critic = ${values.add(params.top_critic)}`)
  const found = `FROM reviews ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}`
  const [counted] = await run.duck.query<{ n: number }>(`SELECT count(*) AS n ${found}`, values.params, {
    signal,
  })
  const total = counted?.n ?? 0
  if (params.limit === 0 || params.offset >= total) return { total, rows: [] }
  const order = `${sort ? `${orderBy(sort)}, ` : ''}file_no, file_row`
  const limit = `LIMIT ${values.add(BigInt(params.limit))} OFFSET ${values.add(BigInt(params.offset))}`
  // First which ones, by the few columns that tell; then these whole: texts are most of the bytes.
  const places = await run.duck.query<Place>(
    `SELECT file_no, file_row ${found} ORDER BY ${order} ${limit}`,
    values.params,
    { signal },
  )
  return { total, rows: await reviewsAt(run, places, signal) }
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
