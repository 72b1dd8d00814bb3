import type { CheckedParams, GenresReport } from '../api.ts'
import type { Published } from '../query/index.ts'
import { type Population, population, reportBase } from './population.ts'

/** Outliers to draw, of each genre. */
const MOST_OUTLIERS = 40

const NEEDED = 'runtime_minutes IS NOT NULL AND len(genres) > 0'

/** Running times and revenue by genre: Tukey's box plots with type-7 quartiles. */
export async function genres(
  run: Published,
  { filters, chart }: CheckedParams<'report.genres'>,
  signal?: AbortSignal,
): Promise<GenresReport> {
  const films = await population(run, filters)
  const base = await reportBase(run, films, NEEDED, signal)
  const { params } = films.values
  const boxes = await run.duck.query<GenresReport['genres'][number]>(boxesSql(films), params, { signal })
  if (!chart) return { ...base, genres: boxes }
  const outlier_films = await run.duck.query<NonNullable<GenresReport['outlier_films']>[number]>(
    outliersSql(films),
    params,
    { signal },
  )
  return { ...base, genres: boxes, outlier_films }
}

/** One row for each genre of each film, then the box of each genre and its fences. */
function boxed({ where }: Population): string {
  return `WITH each_genre AS MATERIALIZED (
      SELECT unnest(list_distinct(genres)) AS genre, film_id, title, runtime_minutes AS minutes,
        box_office_usd, revenue_per_minute
      FROM films WHERE ${where}
    ), boxes AS MATERIALIZED (
      SELECT genre, count(minutes) AS n, min(minutes) AS min, quantile_cont(minutes, 0.25) AS q1,
        median(minutes) AS median, quantile_cont(minutes, 0.75) AS q3, max(minutes) AS max,
        q1 - 1.5 * (q3 - q1) AS low_fence, q3 + 1.5 * (q3 - q1) AS high_fence,
        median(box_office_usd) AS median_box_office_usd,
        median(revenue_per_minute) AS median_revenue_per_minute
      FROM each_genre GROUP BY genre HAVING count(minutes) > 0
    )`
}

function boxesSql(films: Population): string {
  return `${boxed(films)}, whiskers AS (
      SELECT genre, min(minutes) FILTER (WHERE minutes >= low_fence) AS whisker_low,
        max(minutes) FILTER (WHERE minutes <= high_fence) AS whisker_high,
        count(*) FILTER (WHERE minutes < low_fence OR minutes > high_fence) AS outliers
      FROM each_genre JOIN boxes USING (genre) WHERE minutes IS NOT NULL GROUP BY genre
    )
    SELECT genre, n, min, q1, median, q3, max, whisker_low, whisker_high, outliers,
      median_box_office_usd, median_revenue_per_minute
    FROM boxes JOIN whiskers USING (genre) ORDER BY median DESC, genre`
}

/** The farthest first; beyond the box, of how many there are. */
function outliersSql(films: Population): string {
  return `${boxed(films)}
    SELECT genre, film_id, title, minutes AS runtime_minutes FROM (
      SELECT *, row_number() OVER (
        PARTITION BY genre ORDER BY greatest(q1 - minutes, minutes - q3) DESC, film_id
      ) AS place
      FROM each_genre JOIN boxes USING (genre) WHERE minutes < low_fence OR minutes > high_fence
    ) AS beyond
    WHERE place <= ${MOST_OUTLIERS} ORDER BY median DESC, genre, place`
}
