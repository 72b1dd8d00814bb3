import type { Dialect } from '../dialect.ts'
import { fold } from '../rules/fold.ts'

/**
 * Pairs that an address joins: IMDb's record names the film's page on Rotten Tomatoes, or Rotten Tomatoes' names the
 * IMDb id. Where an address joins several, the one with the same title.
 */
export function byAddress(d: Dialect): string {
  const sameTitle = `CASE WHEN ${fold(d, 'rt.title')} = ${fold(d, 'imdb.title')} THEN 1 ELSE 0 END AS same_title`
  return `SELECT rt_id, imdb_id FROM (
    SELECT rt_id, imdb_id, same_title,
      greatest(count(*) OVER (PARTITION BY ${d.lower('rt_id')}), count(*) OVER (PARTITION BY imdb_id)) AS fitting,
      greatest(sum(same_title) OVER (PARTITION BY ${d.lower('rt_id')}), sum(same_title) OVER (PARTITION BY imdb_id)) AS fitting_title
    FROM (
      SELECT rt.id AS rt_id, imdb.id AS imdb_id, ${sameTitle}
      FROM rt_side AS rt JOIN imdb_side AS imdb ON ${d.lower('rt.id')} = ${d.lower('imdb.rt_slug')}
      UNION SELECT rt.id, imdb.id, ${sameTitle} FROM rt_side AS rt JOIN imdb_side AS imdb ON rt.imdb_link = imdb.id
    ) AS pairs
  ) AS counted
  WHERE fitting = 1 OR (same_title = 1 AND fitting_title = 1)`
}
