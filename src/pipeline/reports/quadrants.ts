import type { CorrelationReport } from '../api.ts'
import type { Published } from '../query/index.ts'
import { BOTH_SCORES, type Population } from './population.ts'

type Quadrants = Pick<CorrelationReport, 'revenue_by_quadrant' | 'thresholds'>
type Quadrant = CorrelationReport['revenue_by_quadrant'][number]

const QUADRANTS = ['both_high', 'critics_only', 'audience_only', 'both_low'] as const

/**
 * Where critics and audience agree, and what it earned. High is from the median of the films on: half of them
 * are above on each axis, whatever is filtered.
 */
export async function revenueByQuadrant(
  run: Published,
  { where, values }: Population,
  signal?: AbortSignal,
): Promise<Quadrants> {
  const rows = await run.duck.query<Quadrant & { imdb_rating: number; tomato_meter: number }>(
    `WITH scored AS MATERIALIZED (
       SELECT imdb_rating AS x, tomato_meter AS y, box_office_usd AS usd FROM films
       WHERE ${where} AND ${BOTH_SCORES}
     ), middle AS (SELECT median(x) AS mx, median(y) AS my FROM scored)
     SELECT CASE WHEN x >= mx AND y >= my THEN 'both_high' WHEN y >= my THEN 'critics_only'
         WHEN x >= mx THEN 'audience_only' ELSE 'both_low' END AS quadrant,
       count(*) AS n, count(usd) AS n_with_box_office, median(usd) AS median_box_office_usd,
       any_value(mx) AS imdb_rating, any_value(my) AS tomato_meter
     FROM scored, middle GROUP BY quadrant`,
    values.params,
    { signal },
  )
  const [first] = rows
  return {
    revenue_by_quadrant: QUADRANTS.map((quadrant) => {
      const found = rows.find((row) => row.quadrant === quadrant)
      const { n = 0, n_with_box_office = 0, median_box_office_usd = null } = found ?? {}
      return { quadrant, n, n_with_box_office, median_box_office_usd }
    }),
    thresholds: { imdb_rating: first?.imdb_rating ?? null, tomato_meter: first?.tomato_meter ?? null },
  }
}
