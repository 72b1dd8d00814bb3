import { filesOf } from '../lake/read-table.ts'
import type { Published } from './published.ts'

/** Stands between the texts of a row, so that nothing is found across two of them. */
const SEPARATOR = 'chr(31)'
/** Of the memory that reading may take, what the texts of the reviews may. */
const SHARE = 0.25

/** Bared when they stand together: once for a row, not once for each of its texts. */
const FILM_TEXTS = `CREATE OR REPLACE TABLE film_texts AS
  WITH credited AS (SELECT film_id, string_agg(name, ${SEPARATOR}) AS names FROM people GROUP BY film_id)
  SELECT films.rowid AS film_row,
    bare(concat_ws(${SEPARATOR}, title, films.film_id, rt_id, imdb_id, names)) AS texts
  FROM films LEFT JOIN credited USING (film_id)`

/** Makes `film_texts`: the title, the ids and the people of each film, bare. */
export function prepareFilmTexts(run: Published, signal?: AbortSignal): Promise<void> {
  return run.prepared('film_texts', [FILM_TEXTS], signal)
}

/**
 * Makes `review_texts`: text, critic and publication of each review, bare, and its place. Held in memory where
 * there is room for it; else worked out again for each question.
 */
export async function prepareReviewTexts(run: Published, signal?: AbortSignal): Promise<void> {
  const [size] = await run.duck.query<{ bytes: number | null }>(
    `SELECT sum(total_uncompressed_size) AS bytes FROM parquet_metadata(getvariable('${filesOf('reviews')}'))
     WHERE path_in_schema IN ('review_text', 'critic_name', 'publication_name')`,
    [],
    { signal },
  )
  const fits = (size?.bytes ?? 0) < run.memoryLimitBytes * SHARE
  await run.prepared(
    'review_texts',
    [
      `CREATE OR REPLACE ${fits ? 'TABLE' : 'VIEW'} review_texts AS SELECT file_no, file_row,
      bare(concat_ws(${SEPARATOR}, review_text, critic_name, publication_name)) AS texts FROM reviews`,
    ],
    signal,
  )
}
