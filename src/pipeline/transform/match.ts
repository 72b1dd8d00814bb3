import type { Dialect } from './dialect.ts'
import type { Statement } from './merge.ts'
import { fold } from './rules/fold.ts'

/**
 * Which Rotten Tomatoes film is which IMDb film: the table `matches` (rt_id, imdb_id, match_method,
 * match_score), one to one. First by address: IMDb's record names the film's page. Then by folded title and
 * year, at most one year apart, the nearest first. Where several fit equally well, none is taken.
 */
export function matchStatements(d: Dialect): Statement[] {
  return [
    { name: 'rt_titles', sql: rtTitles(d) },
    {
      name: 'imdb_titles',
      sql: `CREATE TABLE imdb_titles AS
        SELECT imdb_id, ${fold(d, 'title')} AS folded, year, rt_slug FROM imdb_films`,
    },
    { name: 'matches_by_url', sql: byAddress },
    { name: 'candidates', sql: candidates },
    { name: 'matches', sql: matches },
  ]
}

/**
 * Without a release in theatres, the year that the slug ends in (`the_fly_1986`), unless the title does so
 * too (`blade_runner_2049`). A streaming date says nothing of the year.
 */
function rtTitles(d: Dialect): string {
  const slugYear = d.tryCast(d.extract('rt_id', '_((?:18|19|20)[0-9]{2})$', 1), 'INTEGER')
  return `CREATE TABLE rt_titles AS
    SELECT rt_id, folded, coalesce(
      CAST(extract(year FROM rt_release_date) AS INTEGER),
      CASE WHEN folded LIKE '%' || slug_year THEN NULL ELSE slug_year END
    ) AS year
    FROM (
      SELECT rt_id, rt_release_date, ${fold(d, 'title')} AS folded, ${slugYear} AS slug_year FROM rt_films
    ) AS read`
}

const byAddress = `CREATE TABLE matches_by_url AS
  SELECT rt_id, imdb_id FROM (
    SELECT rt_id, imdb_id, same_title,
      count(*) OVER (PARTITION BY slug) AS fitting,
      sum(same_title) OVER (PARTITION BY slug) AS fitting_title
    FROM (
      SELECT rt.rt_id, imdb.imdb_id, lower(rt.rt_id) AS slug,
        CASE WHEN rt.folded = imdb.folded THEN 1 ELSE 0 END AS same_title
      FROM rt_titles AS rt JOIN imdb_titles AS imdb ON lower(rt.rt_id) = imdb.rt_slug
    ) AS pairs
  ) AS counted
  WHERE fitting = 1 OR (same_title = 1 AND fitting_title = 1)`

/** Pairs of one title at most a year apart, among the films that no address joins; those nearest for both. */
const candidates = `CREATE TABLE candidates AS
  SELECT rt_id, imdb_id, apart FROM (
    SELECT rt_id, imdb_id, apart,
      min(apart) OVER (PARTITION BY rt_id) AS nearest_imdb,
      min(apart) OVER (PARTITION BY imdb_id) AS nearest_rt
    FROM (
      SELECT rt.rt_id, imdb.imdb_id, abs(rt.year - imdb.year) AS apart
      FROM rt_titles AS rt JOIN imdb_titles AS imdb ON rt.folded = imdb.folded
      WHERE abs(rt.year - imdb.year) <= 1
        AND NOT EXISTS (SELECT 1 FROM matches_by_url AS known WHERE known.rt_id = rt.rt_id)
        AND NOT EXISTS (SELECT 1 FROM matches_by_url AS known WHERE known.imdb_id = imdb.imdb_id)
    ) AS pairs
  ) AS compared
  WHERE apart = nearest_imdb AND apart = nearest_rt`

const matches = `CREATE TABLE matches AS
  SELECT rt_id, imdb_id, 'url' AS match_method, CAST(1 AS DOUBLE) AS match_score FROM matches_by_url
  UNION ALL
  SELECT rt_id, imdb_id, 'title_year', CAST(CASE WHEN apart = 0 THEN 0.9 ELSE 0.8 END AS DOUBLE) FROM (
    SELECT *, count(*) OVER (PARTITION BY rt_id) AS of_rt, count(*) OVER (PARTITION BY imdb_id) AS of_imdb
    FROM candidates
  ) AS counted
  WHERE of_rt = 1 AND of_imdb = 1`
