import type { ColumnSummary } from '../../../../pipeline/api.ts'
import type { Filters } from '../../../filters/filters.ts'

type NumberSummary = Extract<ColumnSummary, { kind: 'number' | 'date' }>
type Bin = NumberSummary['bins'][number]

/** The smallest difference between two values of a column that can be filtered by its bars. */
const STEP: Partial<Record<string, number>> = { year: 1, imdb_rating: 0.1 }

/** The first and the last value that a bin can hold: its upper edge belongs to the next one. */
export function binRange(summary: NumberSummary, bin: Bin): [number, number] {
  const step = STEP[summary.column]
  const isLast = bin === summary.bins.at(-1)
  const to = isLast ? Math.min(bin.to, summary.max ?? bin.to) : bin.to
  if (step === undefined || isLast) return [bin.from, to]
  return [bin.from, Math.max(bin.from, Number((to - step).toFixed(1)))]
}

/** What clicking a bar filters by; null where the filter bar has no such filter. */
export function binFilter(summary: NumberSummary, bin: Bin): Partial<Filters> | null {
  const [from, to] = binRange(summary, bin)
  if (summary.column === 'year') return { from_year: Math.ceil(from), to_year: Math.floor(to) }
  if (summary.column === 'imdb_rating') return { min_imdb: from, max_imdb: to }
  return null
}

/** What clicking a value filters by: a chosen genre is taken away again. */
export function valueFilter(
  column: string,
  value: string,
  chosen: readonly string[],
): Partial<Filters> | null {
  if (column !== 'genres' && column !== 'primary_genre') return null
  const without = chosen.filter((each) => each !== value)
  return { genres: without.length < chosen.length ? without : [...chosen, value] }
}
