import type { CheckedParams, Exported } from '../../api.ts'
import { CURATED } from '../../lake/schema.ts'
import { filmsFound, reviewsFound } from '../found.ts'
import type { Published } from '../published.ts'
import { REVIEWS_WITH_FILM } from '../reviews-page.ts'
import { OF_FILM, orderBy, parseSort } from '../sort.ts'
import { Values } from '../values.ts'
import { chosenColumns, limits, type Plan } from './plan.ts'
import { neutralised } from './spreadsheet.ts'
import { checkTarget, writeAtomically } from './target.ts'
import { writeXlsx } from './xlsx.ts'

/** Films into a file: those of the page's filters, search and order, all of them unless limited. */
export async function exportFilms(
  run: Published,
  params: CheckedParams<'films.export'>,
  signal?: AbortSignal,
): Promise<Exported> {
  const sort = parseSort('films', params.sort)
  const where = await filmsFound(run, params, signal)
  const order = sort ? `${orderBy(sort)}, rowid` : 'rowid'
  return exportRows(run, params.path, signal, {
    name: 'films',
    columns: chosenColumns(CURATED.films, CURATED.films, params.columns),
    from: (values) =>
      `FROM films WHERE ${where(values)} ORDER BY ${order} ${limits(values, params.limit, params.offset)}`,
  })
}

/** Reviews into a file; `film_title` and `film_year` can be asked for among the columns. */
export async function exportReviews(
  run: Published,
  params: CheckedParams<'reviews.export'>,
  signal?: AbortSignal,
): Promise<Exported> {
  const sort = parseSort('reviews', params.sort)
  const where = await reviewsFound(run, params, signal)
  const order = `${sort ? `${orderBy(sort)}, ` : ''}file_no, file_row`
  return exportRows(run, params.path, signal, {
    name: 'reviews',
    columns: chosenColumns([...CURATED.reviews, ...OF_FILM], CURATED.reviews, params.columns),
    from: (values) =>
      `FROM ${REVIEWS_WITH_FILM} WHERE ${where(values)} ORDER BY ${order}
       ${limits(values, params.limit, params.offset)}`,
  })
}

async function exportRows(
  run: Published,
  path: string,
  signal: AbortSignal | undefined,
  plan: Plan,
): Promise<Exported> {
  const target = await checkTarget(run.layout, path)
  const { result: rows, bytes } = await writeAtomically(target.path, (staged) =>
    target.format === 'xlsx'
      ? writeXlsx(run.duck, plan, staged, signal)
      : copyRows(run, plan, staged, target.format, signal),
  )
  return { path: target.path, format: target.format, rows, bytes }
}

const OPTIONS = {
  csv: 'FORMAT csv, HEADER true',
  parquet: 'FORMAT parquet, COMPRESSION zstd',
} as const

async function copyRows(
  run: Published,
  { columns, from }: Plan,
  path: string,
  format: 'csv' | 'parquet',
  signal: AbortSignal | undefined,
): Promise<number> {
  const values = new Values()
  const selected = columns.map((column) =>
    format === 'csv' ? `${neutralised(column)} AS ${column.name}` : column.name,
  )
  const rows = `SELECT ${selected.join(', ')} ${from(values)}`
  const [copied] = await run.duck.query<{ Count: number }>(
    `COPY (${rows}) TO ${values.add(path)} (${OPTIONS[format]})`,
    values.params,
    { signal },
  )
  return copied?.Count ?? 0
}
