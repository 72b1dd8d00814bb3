import type { CheckedParams, Film, Page } from '../api.ts'
import { list } from '../duck/index.ts'
import { CURATED } from '../lake/schema.ts'
import { filmsFound } from './found.ts'
import type { Published } from './published.ts'
import { orderBy, parseSort } from './sort.ts'
import { Values } from './values.ts'

export const FILM_COLUMNS = [...CURATED.films.map(({ name }) => name), 'contributed'].join(', ')

/** A page of films, by id when no order is asked for. Throws `BAD_REQUEST` for an unknown order. */
export async function filmsPage(
  run: Published,
  params: CheckedParams<'films.page'>,
  signal?: AbortSignal,
): Promise<Page<Film>> {
  const sort = parseSort('films', params.sort)
  const where = await filmsFound(run, params, signal)
  const values = new Values()
  const found = `FROM films WHERE ${where(values)}`
  const [counted] = await run.duck.query<{ n: number }>(`SELECT count(*) AS n ${found}`, values.params, {
    signal,
  })
  const total = counted?.n ?? 0
  if (params.limit === 0 || params.offset >= total) return { total, rows: [] }
  // First which rows, by what they are sorted by; then these rows whole: never all columns of all films.
  const order = sort ? `${orderBy(sort)}, rowid` : 'rowid'
  const limit = `LIMIT ${values.add(BigInt(params.limit))} OFFSET ${values.add(BigInt(params.offset))}`
  const ids = await run.duck.query<{ film_id: string }>(
    `SELECT film_id ${found} ORDER BY ${order} ${limit}`,
    values.params,
    { signal },
  )
  const rows = await filmsById(
    run,
    ids.map(({ film_id }) => film_id),
    signal,
  )
  return { total, rows }
}

/** So many rows are found one by one; more are looked for in all films. */
const FEW = 200

/** Whole films, in the order of `ids`. */
async function filmsById(run: Published, ids: readonly string[], signal?: AbortSignal): Promise<Film[]> {
  if (ids.length === 0) return []
  const films = ids.length > FEW ? await amongAll(run, ids, signal) : await oneByOne(run, ids, signal)
  // The first page does not wait for what makes the next ones quick.
  void run.prepared('films_by_id', ['CREATE INDEX films_by_id ON films (film_id)']).catch(() => {})
  const byId = new Map(films.map((film) => [film.film_id, film]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** DuckDB uses an index for a list of values, not for a join with one. */
function oneByOne(run: Published, ids: readonly string[], signal?: AbortSignal): Promise<Film[]> {
  const values = new Values()
  const places = ids.map((id) => values.add(id)).join(', ')
  return run.duck.query(`SELECT ${FILM_COLUMNS} FROM films WHERE film_id IN (${places})`, values.params, {
    signal,
  })
}

function amongAll(run: Published, ids: readonly string[], signal?: AbortSignal): Promise<Film[]> {
  const sql = `SELECT ${FILM_COLUMNS} FROM films WHERE film_id IN (SELECT unnest($1::VARCHAR[]))`
  return run.duck.query(sql, [list(ids)], { signal })
}
