import type { CheckedParams, GenresReport } from '../api.ts'
import { list } from '../duck/index.ts'
import type { Published } from '../query/index.ts'
import { type Box, boxOf, type Counted, fences } from './box-plot.ts'
import { type Population, population, reportBase } from './population.ts'

/** Outliers to draw, of each genre. */
const MOST_OUTLIERS = 40

type GenreBox = GenresReport['genres'][number]
type OutlierFilm = NonNullable<GenresReport['outlier_films']>[number]

/** Running times and revenue by genre: Tukey's box plots with type-7 quartiles. */
export async function genres(
  run: Published,
  { filters, chart }: CheckedParams<'report.genres'>,
  signal?: AbortSignal,
): Promise<GenresReport> {
  const films = await population(run, filters)
  const base = await reportBase(run, films, 'runtime_minutes IS NOT NULL AND len(genres) > 0', signal)
  const boxes = await runningTimes(run, films, signal)
  const medians = await revenue(run, films, signal)
  const genres = [...boxes]
    .map(([genre, box]): GenreBox => ({ genre, ...box, ...(medians.get(genre) ?? NO_REVENUE) }))
    .sort((one, other) => other.median - one.median || (one.genre < other.genre ? -1 : 1))
  if (!chart) return { ...base, genres }
  return { ...base, genres, outlier_films: await outlierFilms(run, films, genres, signal) }
}

/** Each genre of each film that passes, with columns of the film. */
function genresOf({ where }: Population, columns: string): string {
  return `(SELECT rowid AS genre_row, genre FROM genres) AS named JOIN film_genres USING (genre_row)
    JOIN (SELECT rowid AS film_row, ${columns} FROM films WHERE ${where}) AS passing USING (film_row)`
}

/** The box of each genre, over how many of its films have each running time. */
async function runningTimes(
  run: Published,
  films: Population,
  signal?: AbortSignal,
): Promise<Map<string, Box>> {
  const rows = await run.duck.query<{ genre: string } & Counted>(
    `SELECT genre, runtime_minutes AS value, count(*) AS n FROM ${genresOf(films, 'runtime_minutes')}
     WHERE runtime_minutes IS NOT NULL GROUP BY genre, value ORDER BY genre, value`,
    films.values.params,
    { signal },
  )
  const boxes = [...Map.groupBy(rows, ({ genre }) => genre)].map(
    ([genre, values]) => [genre, boxOf(values)] as const,
  )
  return new Map(boxes.flatMap(([genre, box]) => (box ? [[genre, box]] : [])))
}

type Revenue = Pick<GenreBox, 'median_box_office_usd' | 'median_revenue_per_minute' | 'contributed'>
const NO_REVENUE: Revenue = { median_box_office_usd: null, median_revenue_per_minute: null, contributed: 0 }

async function revenue(
  run: Published,
  films: Population,
  signal?: AbortSignal,
): Promise<Map<string, Revenue>> {
  const rows = await run.duck.query<{ genre: string } & Revenue>(
    `SELECT genre, median(box_office_usd) AS median_box_office_usd,
       median(revenue_per_minute) AS median_revenue_per_minute,
       count(*) FILTER (WHERE list_contains(contributed, 'box_office_usd')) AS contributed
     FROM ${genresOf(films, 'box_office_usd, revenue_per_minute, contributed')}
     WHERE box_office_usd IS NOT NULL OR revenue_per_minute IS NOT NULL GROUP BY genre`,
    films.values.params,
    { signal },
  )
  return new Map(rows.map(({ genre, ...medians }) => [genre, medians]))
}

/** Films beyond the whiskers, the farthest from the box first. */
function outlierFilms(
  run: Published,
  films: Population,
  boxes: readonly GenreBox[],
  signal?: AbortSignal,
): Promise<OutlierFilm[]> {
  const beyond = boxes.map(({ genre, q1, q3 }) => ({ genre, q1, q3, ...fences(q1, q3) }))
  const column = (key: 'genre' | 'q1' | 'q3' | 'low' | 'high') => list(beyond.map((each) => each[key]))
  const next = films.values.params.length + 1
  return run.duck.query<OutlierFilm>(
    `WITH boxes AS (
       SELECT unnest($${next}::VARCHAR[]) AS genre, unnest($${next + 1}::DOUBLE[]) AS q1,
         unnest($${next + 2}::DOUBLE[]) AS q3, unnest($${next + 3}::DOUBLE[]) AS low,
         unnest($${next + 4}::DOUBLE[]) AS high, generate_subscripts($${next}::VARCHAR[], 1) AS genre_place
     ), farthest AS MATERIALIZED (
       SELECT *, row_number() OVER (
         PARTITION BY genre ORDER BY greatest(q1 - runtime_minutes, runtime_minutes - q3) DESC, film_row
       ) AS place
       FROM ${genresOf(films, 'runtime_minutes')} JOIN boxes USING (genre)
       WHERE runtime_minutes < low OR runtime_minutes > high
     )
     SELECT genre, film_id, title, farthest.runtime_minutes FROM farthest
     JOIN films ON films.rowid = film_row
     WHERE place <= ${MOST_OUTLIERS} ORDER BY genre_place, place`,
    [...films.values.params, column('genre'), column('q1'), column('q3'), column('low'), column('high')],
    { signal },
  )
}
