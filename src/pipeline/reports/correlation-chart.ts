import cephes from 'cephes'
import type { CorrelationChart } from '../api.ts'
import type { Published } from '../query/index.ts'
import { bandHalfWidth, type Cell, type Fit } from './least-squares.ts'
import { BOTH_SCORES, type Population } from './population.ts'

/** The most points that are drawn one by one. */
const MOST_POINTS = 2000
/** Cells of 0.2 IMDb points by 4 points of critics: 50 × 25, with as many scores in each. */
const ACROSS = { per: 5, count: 50 }
const UP = { per: 0.25, count: 25 }
const BAND_STEPS = 40
const CONFIDENCE = 0.95

/** What to draw: the films themselves, or how many there are in each cell when they are too many. */
export async function correlationChart(
  run: Published,
  films: Population,
  cells: readonly Cell[],
  fit: Fit | null,
  signal?: AbortSignal,
): Promise<CorrelationChart> {
  const dense = (fit?.n ?? 0) > MOST_POINTS
  return {
    kind: dense ? 'density' : 'points',
    points: dense ? [] : await points(run, films, signal),
    cells: dense ? density(cells) : [],
    cell_size: { dx: 1 / ACROSS.per, dy: 1 / UP.per },
    band: fit ? await confidenceBand(cells, fit) : [],
  }
}

function points(
  run: Published,
  { where, values }: Population,
  signal?: AbortSignal,
): Promise<CorrelationChart['points']> {
  return run.duck.query(
    `SELECT film_id, title, year, imdb_rating, tomato_meter, box_office_usd,
       contributed IS NOT NULL AS contributed FROM films
     WHERE ${where} AND ${BOTH_SCORES} ORDER BY rowid`,
    values.params,
    { signal },
  )
}

/** Films in each cell of the grid; the last cells include 10 and 100. */
function density(cells: readonly Cell[]): CorrelationChart['cells'] {
  const counts = new Map<number, number>()
  for (const { x, y, n } of cells) {
    const cell = bin(x, ACROSS) * UP.count + bin(y, UP)
    counts.set(cell, (counts.get(cell) ?? 0) + n)
  }
  return [...counts]
    .sort(([one], [other]) => one - other)
    .map(([cell, n]) => ({
      x: Math.floor(cell / UP.count) / ACROSS.per,
      y: (cell % UP.count) / UP.per,
      n,
    }))
}

function bin(value: number, { per, count }: { per: number; count: number }): number {
  // 7.2 × 5 must fall into cell 36, not just below it.
  return Math.max(0, Math.min(count - 1, Math.floor(value * per + 1e-9)))
}

/** The 95 % confidence band of the mean response, from the first x to the last. */
async function confidenceBand(cells: readonly Cell[], fit: Fit): Promise<CorrelationChart['band']> {
  const { n, mean_x, mean_y, slope } = fit
  const low = cells[0]?.x
  const high = cells.at(-1)?.x
  if (slope === null || n < 3 || low === undefined || high === undefined) return []
  await cephes.compiled
  const t = cephes.stdtri(n - 2, (1 + CONFIDENCE) / 2)
  return Array.from({ length: BAND_STEPS + 1 }, (_, step) => {
    const x = step === BAND_STEPS ? high : low + ((high - low) * step) / BAND_STEPS
    const y = mean_y + slope * (x - mean_x)
    const half = bandHalfWidth(fit, x, t)
    return { x, y, low: y - half, high: y + half }
  })
}
