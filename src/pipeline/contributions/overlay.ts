import type { Duck } from '../duck/index.ts'
import type { StoredContributions } from './store.ts'

/** Columns of `contributed_lines`: a line of the journal, flat. `*_set` tells an edit to "unknown" from none. */
const LINE = {
  seq: 'INTEGER',
  id: 'VARCHAR',
  kind: 'VARCHAR',
  active: 'BOOLEAN',
  then_film_id: 'VARCHAR',
  then_rt_id: 'VARCHAR',
  then_imdb_id: 'VARCHAR',
  box_office_set: 'BOOLEAN',
  box_office_usd: 'BIGINT',
  audience_set: 'BOOLEAN',
  audience_score: 'DOUBLE',
  critic_name: 'VARCHAR',
  publication_name: 'VARCHAR',
  score_raw: 'VARCHAR',
  score_ratio: 'DOUBLE',
  score_scale: 'VARCHAR',
  sentiment: 'VARCHAR',
  review_text: 'VARCHAR',
  created_at: 'VARCHAR',
} as const

/**
 * Prepares what merging needs, in an opened run: `contributed` (each contribution with the film it is about
 * in this run, found by its id, its slug or its IMDb id), `film_edits` (the values that hold, one row a film,
 * beside what the sources say) and `contributed_reviews` (rows of `reviews`). `films` is a select of the run's
 * own films.
 */
export async function prepareContributions(
  duck: Duck,
  films: string,
  { contributions }: Pick<StoredContributions, 'contributions'>,
): Promise<void> {
  const lines = contributions.map(({ entry, active }, seq) => flat(entry, active, seq))
  await duck.run(
    `CREATE TABLE contributed_lines AS SELECT unnest(from_json($1, '${JSON.stringify([LINE])}'), recursive := true)`,
    [JSON.stringify(lines)],
  )
  // Nobody reads every film's keys for a journal that is empty.
  const keys =
    lines.length > 0
      ? `SELECT film_id, rt_id, imdb_id, box_office_usd, audience_score FROM (${films})`
      : `SELECT NULL::VARCHAR AS film_id, NULL::VARCHAR AS rt_id, NULL::VARCHAR AS imdb_id,
           NULL::BIGINT AS box_office_usd, NULL::DOUBLE AS audience_score WHERE false`
  await duck.run(`CREATE TABLE film_keys AS ${keys}`)
  for (const sql of [
    CONTRIBUTED,
    FILM_EDITS,
    REVIEWS,
    'DROP TABLE film_keys',
    'DROP TABLE contributed_lines',
  ])
    await duck.run(sql)
}

function flat(
  entry: StoredContributions['contributions'][number]['entry'],
  active: boolean,
  seq: number,
): Partial<Record<keyof typeof LINE, unknown>> {
  const { id, kind, film, created_at } = entry
  const line = {
    seq,
    id,
    kind,
    active,
    created_at,
    then_film_id: film.film_id,
    then_rt_id: film.rt_id,
    then_imdb_id: film.imdb_id,
  }
  if (entry.kind === 'review') return { ...line, ...entry.after }
  // It is for the next run: the tables are merged with nothing.
  if (entry.kind === 'match') return line
  const { box_office_usd, audience_score } = entry.after
  return {
    ...line,
    box_office_set: box_office_usd !== undefined,
    box_office_usd: box_office_usd ?? null,
    audience_set: audience_score !== undefined,
    audience_score: audience_score ?? null,
  }
}

/** The nearest name wins: the same id, then the slug, then the IMDb id. */
const CONTRIBUTED = `CREATE TABLE contributed AS
  SELECT lines.*, coalesce(same.film_id, by_slug.film_id, by_imdb.film_id) AS film_id
  FROM contributed_lines AS lines
  LEFT JOIN film_keys AS same ON same.film_id = lines.then_film_id
  LEFT JOIN (SELECT rt_id, min(film_id) AS film_id FROM film_keys GROUP BY rt_id) AS by_slug
    ON by_slug.rt_id = coalesce(lines.then_rt_id, CASE WHEN lines.then_film_id LIKE 'rt:%' THEN lines.then_film_id[4:] END)
  LEFT JOIN (SELECT imdb_id, min(film_id) AS film_id FROM film_keys GROUP BY imdb_id) AS by_imdb
    ON by_imdb.imdb_id = lines.then_imdb_id`

/** Of several edits of one value, the latest. */
const FILM_EDITS = `CREATE TABLE film_edits AS
  SELECT edits.*, own.box_office_usd AS source_box_office_usd, own.audience_score AS source_audience_score
  FROM (
    SELECT film_id,
      coalesce(bool_or(box_office_set), false) AS box_office_set,
      max_by(struct_pack(v := box_office_usd), seq) FILTER (WHERE box_office_set).v AS box_office_usd,
      coalesce(bool_or(audience_set), false) AS audience_set,
      max_by(struct_pack(v := audience_score), seq) FILTER (WHERE audience_set).v AS audience_score
    FROM contributed WHERE kind = 'film' AND active AND film_id IS NOT NULL
    GROUP BY film_id
  ) AS edits JOIN film_keys AS own USING (film_id)`

const REVIEWS = `CREATE TABLE contributed_reviews AS
  SELECT 'contribution:' || id AS review_id, film_id,
    CASE WHEN film_id IS NULL THEN 'film_unknown' END AS orphan_reason,
    (SELECT rt_id FROM film_keys WHERE film_keys.film_id = contributed.film_id) AS rt_id,
    critic_name, publication_name, NULL::BOOLEAN AS is_top_critic, score_raw, score_ratio, score_scale,
    NULL::VARCHAR AS score_sentiment, sentiment, review_text, NULL::VARCHAR AS review_url,
    CAST(created_at[1:10] AS DATE) AS created_at, 'contribution' AS origin
  FROM contributed WHERE kind = 'review' AND active`

/** The run's films (a select) with what people corrected; `contributed` names the columns they did. */
export function mergedFilms(films: string): string {
  const boxOffice = 'CASE WHEN edits.box_office_set THEN edits.box_office_usd ELSE own.box_office_usd END'
  return `SELECT own.* REPLACE (
      ${boxOffice} AS box_office_usd,
      CASE WHEN edits.audience_set THEN edits.audience_score ELSE own.audience_score END AS audience_score,
      CAST(${boxOffice} AS DOUBLE) / own.runtime_minutes AS revenue_per_minute
    ), CASE WHEN edits.film_id IS NOT NULL THEN list_filter([
      CASE WHEN edits.box_office_set THEN 'box_office_usd' END,
      CASE WHEN edits.audience_set THEN 'audience_score' END
    ], lambda name: name IS NOT NULL) END AS contributed
    FROM (${films}) AS own LEFT JOIN film_edits AS edits ON edits.film_id = own.film_id`
}

/** The run's reviews (a select) and the contributed ones, with what further columns are for these. */
export function mergedReviews(reviews: string, further: readonly string[] = []): string {
  return `${reviews} UNION ALL SELECT ${['*', ...further].join(', ')} FROM contributed_reviews`
}
