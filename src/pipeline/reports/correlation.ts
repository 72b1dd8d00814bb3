import type { CheckedParams, CorrelationReport } from '../api.ts'
import { list } from '../duck/index.ts'
import type { Published } from '../query/index.ts'
import { correlationChart } from './correlation-chart.ts'
import { type Cell, type Fit, fitLine, studentisedResidual } from './least-squares.ts'
import { BOTH_SCORES, type Population, population, reportBase } from './population.ts'
import { revenueByQuadrant } from './quadrants.ts'

/** From this distance on, a film is an outlier. */
const OUTLIER = 3

/** Critics against audience: the Tomatometer on the IMDb rating, by ordinary least squares. */
export async function correlation(
  run: Published,
  params: CheckedParams<'report.correlation'>,
  signal?: AbortSignal,
): Promise<CorrelationReport> {
  const films = await population(run, params.filters)
  const base = await reportBase(run, films, BOTH_SCORES, signal)
  const cells = await scoreCells(run, films, signal)
  const fit = fitLine(cells)
  const quadrants = await revenueByQuadrant(run, films, signal)
  const report: CorrelationReport = {
    ...base,
    n: fit?.n ?? 0,
    pearson_r: fit?.pearson_r ?? null,
    r2: fit?.pearson_r == null ? null : fit.pearson_r ** 2,
    slope: fit?.slope ?? null,
    intercept: fit?.intercept ?? null,
    outliers: fit ? await outliers(run, films, cells, fit, signal) : [],
    ...quadrants,
  }
  return params.chart ? { ...report, chart: await correlationChart(run, films, cells, fit, signal) } : report
}

/** How many films there are at each pair of scores: all that a line needs to know. */
function scoreCells(run: Published, { where, values }: Population, signal?: AbortSignal): Promise<Cell[]> {
  return run.duck.query<Cell>(
    `SELECT imdb_rating AS x, tomato_meter AS y, count(*) AS n FROM films
     WHERE ${where} AND ${BOTH_SCORES} GROUP BY x, y ORDER BY x, y`,
    values.params,
    { signal },
  )
}

async function outliers(
  run: Published,
  { where, values }: Population,
  cells: readonly Cell[],
  fit: Fit,
  signal?: AbortSignal,
): Promise<CorrelationReport['outliers']> {
  const far = cells.flatMap(({ x, y }) => {
    const residual = studentisedResidual(fit, x, y)
    return residual !== null && Math.abs(residual) > OUTLIER ? [{ x, y, residual }] : []
  })
  if (far.length === 0) return []
  const column = (key: 'x' | 'y' | 'residual') => list(far.map((each) => each[key]))
  const next = values.params.length
  return run.duck.query<CorrelationReport['outliers'][number]>(
    `SELECT film_id, title, year, imdb_rating, tomato_meter, residual AS studentised_residual
     FROM films JOIN (
       SELECT unnest($${next + 1}::DOUBLE[]) AS x, unnest($${next + 2}::DOUBLE[]) AS y,
         unnest($${next + 3}::DOUBLE[]) AS residual
     ) AS far ON imdb_rating = x AND tomato_meter = y
     WHERE ${where} ORDER BY abs(residual) DESC, film_id`,
    [...values.params, column('x'), column('y'), column('residual')],
    { signal },
  )
}
