import type { SourceSpec } from '../sources/index.ts'
import type { ColumnType, Dialect } from './dialect.ts'
import { rowsOf, type Statement } from './merge.ts'
import { filmsOf } from './place.ts'
import { settledColumns } from './units.ts'

/** What a review says as its source has it. */
const SAID: Record<string, ColumnType> = {
  critic_name: 'VARCHAR',
  publication_name: 'VARCHAR',
  is_top_critic: 'BOOLEAN',
  score_raw: 'VARCHAR',
  score_sentiment: 'VARCHAR',
  review_state: 'VARCHAR',
  review_text: 'VARCHAR',
  review_url: 'VARCHAR',
  created_at: 'DATE',
}

/** The rows of all sources of reviews, with all columns, and the film each is of when `films` are given; as a query. */
export function writtenReviews(
  d: Dialect,
  specs: readonly SourceSpec[],
  films?: readonly SourceSpec[],
): string {
  const each = specs.map((spec) => {
    const columns = settledColumns(spec)
    const said = Object.entries(SAID).map(([name, type]) =>
      columns.includes(name) ? `written.${name}` : `${d.nullOf(type)} AS ${name}`,
    )
    const rtId = spec.film === 'rt_id' ? 'written.film_ref' : d.nullOf('VARCHAR')
    const film = films ? 'films_of.film_id' : d.nullOf('VARCHAR')
    return `SELECT written.key AS review_id, ${rtId} AS rt_id, ${film} AS film_id, ${said.join(', ')}
      FROM ${rowsOf(spec)} AS written${
        films
          ? ` LEFT JOIN (${filmsOf(d, spec, films)}) AS films_of ON films_of.film_ref = written.film_ref`
          : ''
      }`
  })
  const none = Object.entries({
    review_id: 'VARCHAR',
    rt_id: 'VARCHAR',
    film_id: 'VARCHAR',
    ...SAID,
  } as const)
  return each.length > 0
    ? each.join('\n      UNION ALL ')
    : `SELECT ${none.map(([name, type]) => `${d.nullOf(type as ColumnType)} AS ${name}`).join(', ')} WHERE FALSE`
}

/** The curated reviews: a view, because they are many and written once. */
export function reviewsStatement(
  d: Dialect,
  specs: readonly SourceSpec[],
  films: readonly SourceSpec[],
): Statement {
  const sentiment = d.lower('written.score_sentiment')
  return {
    name: 'reviews',
    sql: d.createView(
      'reviews',
      `SELECT written.review_id, written.film_id,
        CASE WHEN written.film_id IS NULL THEN 'film_unknown' END AS orphan_reason,
        written.rt_id, written.critic_name, written.publication_name, written.is_top_critic, written.score_raw,
        CASE WHEN scale.out_of IS NULL THEN score.ratio ELSE score.bare / scale.out_of END AS score_ratio,
        CASE WHEN scale.out_of IS NULL THEN score.scale ELSE scale.scale END AS score_scale,
        written.score_sentiment,
        CASE WHEN ${sentiment} IN ('positive', 'negative') THEN ${sentiment}
          WHEN written.review_state IN ('fresh', 'certified-fresh', 'positive') THEN 'positive'
          WHEN written.review_state IN ('rotten', 'negative') THEN 'negative' END AS sentiment,
        written.review_text, written.review_url, written.created_at, 'source' AS origin
      FROM (${writtenReviews(d, specs, films)}) AS written
      LEFT JOIN review_scores AS score ON score.score_raw = written.score_raw
      LEFT JOIN bare_scales AS scale ON scale.score_raw = written.score_raw
        AND scale.publication = coalesce(written.publication_name, '')
        AND scale.critic = coalesce(written.critic_name, '')`,
    ),
  }
}
