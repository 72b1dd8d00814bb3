import type { SourceSpec } from '../../sources/index.ts'
import type { Dialect } from '../dialect.ts'
import type { Statement } from '../merge.ts'
import { perFilm } from '../per-film.ts'
import { byAddress } from './address.ts'
import { matchScore, pairedOf, pairStatements } from './assign.ts'
import { keysOf, partyStatements, traitsOf } from './parties.ts'

/**
 * Which Rotten Tomatoes film is which IMDb film: the table `matches` (rt_id, imdb_id, match_method, match_score), one
 * to one: first by address, then by titles, years, people and length. `ratings`: the sources of IMDb's ratings alone.
 */
export function matchStatements(d: Dialect, ratings: readonly SourceSpec[]): Statement[] {
  const traits = (
    slug: string,
    votes: string,
  ) => `SELECT id, ${d.list(['title', 'original_title'])} AS titles,
    ${slug} AS slug, year, year_about, CAST(extract(year FROM streaming_date) AS INTEGER) AS out_by, release_date AS released,
    box_office_usd AS revenue, runtime_minutes, directors, actors, ${votes} AS votes`
  return [
    ratedYears(d, ratings),
    ...partyStatements(d, { name: 'rt', films: `${traits('id', 'imdb_votes')} FROM rt_side` }),
    ...partyStatements(d, {
      name: 'imdb',
      // Where ratings are told of most, a film without any has no votes; elsewhere they are unknown.
      films: `${traits(d.nullOf('VARCHAR'), 'CASE WHEN of_year IS NULL THEN imdb_votes ELSE coalesce(imdb_votes, 0) END')}
        FROM imdb_side LEFT JOIN ${RATED_YEARS} ON of_year = year`,
    }),
    { name: 'matches_by_url', sql: d.createTable('matches_by_url', byAddress(d)) },
    ...withoutMatched(d, 'rt', 'rt_id'),
    ...withoutMatched(d, 'imdb', 'imdb_id'),
    ...pairStatements(d, 'match', { left: free('rt'), right: free('imdb'), wellKnown: true }),
    {
      name: 'matches',
      sql: d.createTable(
        'matches',
        `SELECT rt_id, imdb_id, 'url' AS match_method, CAST(1 AS DOUBLE) AS match_score FROM matches_by_url
        UNION ALL SELECT left_id, right_id, 'title_year', ${matchScore('points')} FROM ${pairedOf('match')}`,
      ),
    },
  ]
}

const RATED_YEARS = 'imdb_rated_years'

/**
 * The years whose ratings are there: `of_year`. Of the films that IMDb names, hardly half have five votes; a file that
 * rates far fewer of a year's films holds a choice of them, and says nothing of the others.
 */
function ratedYears(d: Dialect, ratings: readonly SourceSpec[]): Statement {
  const rated = ratings.map((spec) => `SELECT film_ref AS id FROM ${perFilm(spec)}`).join(' UNION ')
  const select = `SELECT year AS of_year FROM imdb_side AS film LEFT JOIN (${rated}) AS rated ON rated.id = film.id
    WHERE title IS NOT NULL AND year IS NOT NULL GROUP BY year HAVING count(*) >= 20 AND count(rated.id) * 3 >= count(*)`
  const none = `SELECT year AS of_year FROM imdb_side WHERE FALSE`
  return { name: RATED_YEARS, sql: d.createTable(RATED_YEARS, ratings.length === 0 ? none : select) }
}

const free = (party: string) => `${party}_free`

/** A party without the films that an address has matched. */
function withoutMatched(d: Dialect, party: string, id: string): Statement[] {
  return [traitsOf, keysOf].map((of) => ({
    name: of(free(party)),
    sql: d.createView(
      of(free(party)),
      `SELECT * FROM ${of(party)} AS film
      WHERE NOT EXISTS (SELECT 1 FROM matches_by_url AS matched WHERE matched.${id} = film.id)`,
    ),
  }))
}
