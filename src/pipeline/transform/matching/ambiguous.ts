import type { SourceSpec } from '../../sources/index.ts'
import type { Dialect } from '../dialect.ts'
import type { Statement } from '../merge.ts'
import { perFilm } from '../per-film.ts'
import { ambiguousPairs } from './assign.ts'

/**
 * `ambiguous`: films that may be one but were not made one, because others fit as well: the source (`rt_id` for Rotten
 * Tomatoes), the film and the candidate with their titles and years, the score, the reason.
 */
export function ambiguousStatement(d: Dialect, placed: readonly SourceSpec[]): Statement {
  const list = (source: string, name: string, left: string, right: string) =>
    `SELECT ${d.literal(source)} AS source, pair.left_id AS film, pair.right_id AS candidate, l.title,
      r.title AS candidate_title, l.year, r.year AS candidate_year, pair.score, pair.reason
    FROM (${ambiguousPairs(name)}) AS pair
    LEFT JOIN (${left}) AS l ON l.id = pair.left_id LEFT JOIN (${right}) AS r ON r.id = pair.right_id`
  const films = 'SELECT film_id AS id, title, year FROM films'
  const each = [
    list('rt_id', 'match', 'SELECT id, title, year FROM rt_side', 'SELECT id, title, year FROM imdb_side'),
    ...placed.map((spec) =>
      list(spec.id, `place_${spec.id}`, `SELECT film_ref AS id, title, year FROM ${perFilm(spec)}`, films),
    ),
  ]
  return { name: 'ambiguous', sql: d.createTable('ambiguous', each.join('\n    UNION ALL ')) }
}
