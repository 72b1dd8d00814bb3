import type { SourceSpec } from '../../sources/index.ts'
import type { Dialect } from '../dialect.ts'
import type { Statement } from '../merge.ts'
import { perFilm } from '../per-film.ts'
import { placedIn } from '../place.ts'
import { fold } from '../rules/fold.ts'

export function matchStatements(d: Dialect): Statement[] {
  return [
    {
      name: 'rt_titles',
      sql: d.createTable('rt_titles', `SELECT id AS rt_id, ${fold(d, 'title')} AS folded, year FROM rt_side`),
    },
    {
      name: 'imdb_titles',
      sql: d.createTable(
        'imdb_titles',
        `SELECT id AS imdb_id, ${fold(d, 'title')} AS folded, year, rt_slug FROM imdb_side`,
      ),
    },
    { name: 'matches_by_url', sql: byAddress },
    { name: 'candidates', sql: candidates },
    { name: 'matches', sql: matches },
  ]
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

export function placeStatements(d: Dialect, specs: readonly SourceSpec[]): Statement[] {
  return specs.map((spec) => ({
    name: placedIn(spec),
    sql: d.createTable(
      placedIn(spec),
      `SELECT film_ref, ${d.literal(`${spec.id}:`)} || film_ref AS film_id FROM ${perFilm(spec)}`,
    ),
  }))
}
