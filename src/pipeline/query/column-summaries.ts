import type { CheckedParams, ColumnSummary } from '../api.ts'
import { CineError } from '../errors.ts'
import { CURATED } from '../lake/schema.ts'
import { filmsFound } from './found.ts'
import { isNumber, numberSummaries } from './number-summaries.ts'
import type { Published } from './published.ts'
import { valueSummaries } from './value-summaries.ts'

/** A column of the films table. */
export type FilmColumn = (typeof CURATED)['films'][number]

/** A look at each asked column of the films that are shown. Throws `BAD_REQUEST` for an unknown column. */
export async function columnSummaries(
  run: Published,
  params: CheckedParams<'films.columns'>,
  signal?: AbortSignal,
): Promise<{ columns: ColumnSummary[] }> {
  const columns = [...new Set(params.columns)].map(columnOf)
  const where = await filmsFound(run, params, signal)
  const others = columns.filter((column) => !isNumber(column))
  const summaries = await Promise.all([
    numberSummaries(run, where, columns.filter(isNumber), signal),
    valueSummaries(run, where, others, signal),
  ])
  const byName = new Map(summaries.flat().map((summary) => [summary.column, summary]))
  return { columns: columns.flatMap(({ name }) => byName.get(name) ?? []) }
}

function columnOf(name: string): FilmColumn {
  const column = CURATED.films.find((each) => each.name === name)
  if (column) return column
  throw new CineError('BAD_REQUEST', `columns: films have no column ${JSON.stringify(name)}.`, {
    hint: `Give some of ${CURATED.films.map((each) => each.name).join(', ')}.`,
    details: { column: name },
  })
}
