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
  const keys = await run.duck.query<{ row: number }>(
    `SELECT rowid AS row ${found} ORDER BY ${order} ${limit}`,
    values.params,
    { signal },
  )
  return {
    total,
    rows: await filmsByRow(
      run,
      keys.map(({ row }) => row),
      signal,
    ),
  }
}

/** Whole films, in the order of `keys` (their `rowid`). */
async function filmsByRow(run: Published, keys: readonly number[], signal?: AbortSignal): Promise<Film[]> {
  if (keys.length === 0) return []
  const rows = await run.duck.query<Film & { row: number }>(
    `SELECT rowid AS row, ${FILM_COLUMNS} FROM films WHERE rowid IN (SELECT unnest($1::BIGINT[]))`,
    [list(keys.map(BigInt))],
    { signal },
  )
  const byKey = new Map(rows.map(({ row, ...film }) => [row, film]))
  return keys.flatMap((key) => byKey.get(key) ?? [])
}
