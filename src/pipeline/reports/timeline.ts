import type { CheckedParams, TimelineReport } from '../api.ts'
import type { Published } from '../query/index.ts'
import { population, reportBase } from './population.ts'

/** The years are of our own making, never a text of the request. */
const BUCKET = { year: 'year', decade: 'year // 10 * 10' } as const

/** Films, box office (a number to the dollar up to 2⁵³) and mean rating of each year or decade that has films. */
export async function timeline(
  run: Published,
  { filters, by }: CheckedParams<'report.timeline'>,
  signal?: AbortSignal,
): Promise<TimelineReport> {
  const films = await population(run, filters)
  const base = await reportBase(run, films, 'year IS NOT NULL', signal)
  const buckets = await run.duck.query<TimelineReport['buckets'][number]>(
    `SELECT ${BUCKET[by]} AS year, count(*) AS films, count(box_office_usd) AS films_with_box_office,
       CAST(sum(box_office_usd) AS DOUBLE) AS box_office_usd, favg(imdb_rating) AS mean_imdb_rating,
       count(*) FILTER (WHERE list_contains(contributed, 'box_office_usd')) AS contributed
     FROM films WHERE ${films.where} AND year IS NOT NULL GROUP BY 1 ORDER BY 1`,
    films.values.params,
    { signal },
  )
  const without_box_office = buckets.reduce((sum, each) => sum + each.films - each.films_with_box_office, 0)
  return { ...base, by, buckets, without_box_office }
}
