import type { ColumnSummary } from '../api.ts'
import { list } from '../duck/index.ts'
import { type BinRules, binEdges, type Spread } from './bins.ts'
import type { FilmColumn } from './column-summaries.ts'
import type { Found } from './found.ts'
import type { Published } from './published.ts'
import { Values } from './values.ts'

/** Scores: written with few decimals, and with a highest value. */
const SCORES: Readonly<Record<string, { finest: number; top: number }>> = {
  imdb_rating: { finest: 0.1, top: 10 },
  tomato_meter: { finest: 1, top: 100 },
  audience_score: { finest: 1, top: 100 },
  metascore: { finest: 1, top: 100 },
  match_score: { finest: 0.05, top: 1 },
}
/** Columns whose values go from hundreds to billions. */
const WIDE: ReadonlySet<string> = new Set(['imdb_votes', 'box_office_usd', 'revenue_per_minute'])

export const isNumber = ({ type }: FilmColumn) => ['INTEGER', 'BIGINT', 'DOUBLE', 'DATE'].includes(type)

/** A day counts as its year. */
const figureOf = ({ name, type }: FilmColumn) => (type === 'DATE' ? `year(${name})` : `${name}::DOUBLE`)

function rulesOf({ name, type }: FilmColumn): BinRules {
  const { finest = type === 'DOUBLE' ? null : 1, top = null } = SCORES[name] ?? {}
  return { finest, top, wide: WIDE.has(name) }
}

interface Figures {
  total: number
  known: number
  min: number | null
  max: number | null
  quantiles: [number, number] | null
}

export async function numberSummaries(
  run: Published,
  where: Found,
  columns: readonly FilmColumn[],
  signal: AbortSignal | undefined,
): Promise<ColumnSummary[]> {
  if (columns.length === 0) return []
  const values = new Values()
  const looks = columns.map((column) => {
    const figure = figureOf(column)
    return `{total: count(*), known: count(${figure}), min: min(${figure})::DOUBLE, max: max(${figure})::DOUBLE,
      quantiles: quantile_disc(${figure}::DOUBLE, [0.01, 0.99])} AS ${column.name}`
  })
  const [row] = await run.duck.query<Record<string, Figures>>(
    `SELECT ${looks.join(', ')} FROM films WHERE ${where(values)}`,
    values.params,
    { signal },
  )
  const edges = new Map<string, number[]>()
  for (const column of columns) {
    const spread = spreadOf(row?.[column.name])
    if (spread) edges.set(column.name, binEdges(spread, rulesOf(column)))
  }
  const counts = await countBins(run, where, columns, edges, signal)
  return columns.map((column) => {
    const { total = 0, known = 0, min = null, max = null } = row?.[column.name] ?? {}
    return {
      column: column.name,
      kind: column.type === 'DATE' ? 'date' : 'number',
      known,
      unknown: total - known,
      min,
      max,
      bins: counts.get(column.name) ?? [],
    }
  })
}

function spreadOf(figures: Figures | undefined): Spread | null {
  if (!figures || figures.min === null || figures.max === null) return null
  const [low, high] = figures.quantiles ?? [figures.min, figures.max]
  return { min: figures.min, max: figures.max, low, high }
}

type Bins = { from: number; to: number; n: number }[]

/** DuckDB's bins are open at their lower edge and closed at the upper one; those of the opposites are as ours. */
async function countBins(
  run: Published,
  where: Found,
  columns: readonly FilmColumn[],
  edges: ReadonlyMap<string, number[]>,
  signal: AbortSignal | undefined,
): Promise<Map<string, Bins>> {
  const binned = columns.filter(({ name }) => edges.has(name))
  if (binned.length === 0) return new Map()
  const values = new Values()
  const looks = binned.map((column) => {
    // The last edge is not the beginning of a bin.
    const lower = (edges.get(column.name) ?? []).slice(0, -1)
    const bounds = values.add(list(lower.toReversed().map((edge) => -edge)))
    return `map_entries(histogram(-${figureOf(column)}, ${bounds}::DOUBLE[])) AS ${column.name}`
  })
  const [row] = await run.duck.query<Record<string, { key: number; value: number }[]>>(
    `SELECT ${looks.join(', ')} FROM films WHERE ${where(values)}`,
    values.params,
    { signal },
  )
  return new Map(
    binned.map(({ name }) => {
      const counted = new Map(row?.[name]?.map(({ key, value }) => [-key || 0, value]))
      const all = edges.get(name) ?? []
      return [name, all.slice(0, -1).map((from, at) => binOf(from, all[at + 1] ?? from, counted))]
    }),
  )
}

function binOf(from: number, to: number, counted: ReadonlyMap<number, number>) {
  return { from, to, n: counted.get(from) ?? 0 }
}
