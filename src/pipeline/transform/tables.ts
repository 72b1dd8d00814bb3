import type { Dialect } from './dialect.ts'
import type { Statement } from './merge.ts'
import { fold } from './rules/fold.ts'

/** The curated tables over the merged sources and their matches (columns in `lake/schema.ts`). */
export function tableStatements(d: Dialect): Statement[] {
  return [
    { name: 'films', sql: films(d) },
    { name: 'people', sql: people(d) },
    { name: 'reviews', sql: reviews },
  ]
}

/**
 * Every film of either source, once. Where both know a value, that of Rotten Tomatoes is taken, but for the
 * year: IMDb gives the film's, Rotten Tomatoes only that of a release.
 */
function films(d: Dialect): string {
  const sources = (one: string, name: string) =>
    `CASE WHEN ${one} IS NULL THEN ${d.emptyList()} ELSE ${d.listOf(d.literal(name))} END`
  return `CREATE TABLE films AS
    SELECT film_id, rt_id, imdb_id, title, ${fold(d, 'title')} AS title_normalised, year, genres,
      ${d.first('genres')} AS primary_genre, runtime_minutes, audience_score, tomato_meter, imdb_rating, imdb_votes,
      metascore, box_office_usd, CAST(box_office_usd AS DOUBLE) / runtime_minutes AS revenue_per_minute,
      rt_director, rt_writer, imdb_director, imdb_writer, actors, language, country, rt_release_date,
      rt_streaming_date, match_method, match_score, sources
    FROM (
      SELECT coalesce(imdb.imdb_id, 'rt:' || rt.rt_id) AS film_id, rt.rt_id, imdb.imdb_id,
        coalesce(rt.title, imdb.title) AS title,
        CASE WHEN imdb.imdb_id IS NULL THEN dated.year ELSE coalesce(imdb.year, dated.year) END AS year,
        coalesce(rt.genres, imdb.genres) AS genres,
        coalesce(rt.runtime_minutes, imdb.runtime_minutes) AS runtime_minutes,
        rt.audience_score, rt.tomato_meter, imdb.imdb_rating, imdb.imdb_votes, imdb.metascore,
        coalesce(rt.box_office_usd, imdb.box_office_usd) AS box_office_usd,
        rt.rt_director, rt.rt_writer, imdb.imdb_director, imdb.imdb_writer, imdb.actors,
        coalesce(rt.language, imdb.language) AS language, imdb.country,
        rt.rt_release_date, rt.rt_streaming_date,
        coalesce(found.match_method, 'none') AS match_method, found.match_score,
        ${d.concatLists(sources('rt.rt_id', 'rt_movies'), sources('imdb.imdb_id', 'imdb_kaggle'))} AS sources
      FROM rt_films AS rt
      LEFT JOIN rt_titles AS dated ON dated.rt_id = rt.rt_id
      LEFT JOIN matches AS found ON found.rt_id = rt.rt_id
      FULL OUTER JOIN imdb_films AS imdb ON imdb.imdb_id = found.imdb_id
    ) AS joined`
}

/** Who made a film, once for each part they had in it: named by the first source that does, at their first place. */
function people(d: Dialect): string {
  const credits = (list: string, role: string, source: string, order: number) =>
    `SELECT film_id, ${d.explode(list, 'name', 'position')}, ${d.literal(role)} AS role,
      ${d.literal(source)} AS source, ${order} AS source_order FROM films WHERE ${list} IS NOT NULL`
  return `CREATE TABLE people AS
    SELECT person_id, film_id, name, role, source, position FROM (
      SELECT *, row_number() OVER (
        PARTITION BY film_id, role, person_id ORDER BY source_order, position, name
      ) AS place
      FROM (
        SELECT substr(${d.md5(fold(d, 'name'))}, 1, 16) AS person_id, * FROM (
          ${credits('rt_director', 'director', 'rt_movies', 1)}
          UNION ALL ${credits('imdb_director', 'director', 'imdb_kaggle', 2)}
          UNION ALL ${credits('rt_writer', 'writer', 'rt_movies', 1)}
          UNION ALL ${credits('imdb_writer', 'writer', 'imdb_kaggle', 2)}
          UNION ALL ${credits('actors', 'actor', 'imdb_kaggle', 2)}
        ) AS credited
      ) AS identified
    ) AS ranked
    WHERE place = 1`
}

const reviews = `CREATE TABLE reviews AS
  SELECT written.review_id, films.film_id,
    CASE WHEN films.film_id IS NULL THEN 'film_unknown' END AS orphan_reason,
    written.rt_id, written.critic_name, written.publication_name, written.is_top_critic, written.score_raw,
    written.score_ratio, written.score_scale, written.score_sentiment, written.sentiment,
    written.review_text, written.review_url, written.created_at, 'source' AS origin
  FROM rt_reviews AS written LEFT JOIN films ON films.rt_id = written.rt_id`
