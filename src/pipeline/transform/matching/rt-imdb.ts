import type { Dialect } from '../dialect.ts'
import type { Statement } from '../merge.ts'
import { byAddress } from './address.ts'
import { matchScore, pairedOf, pairStatements } from './assign.ts'
import { keysOf, partyStatements, traitsOf } from './parties.ts'

/**
 * Which Rotten Tomatoes film is which IMDb film: the table `matches` (rt_id, imdb_id, match_method, match_score), one
 * to one: first by address, then by titles, years, people and length. `rated`: all ratings of IMDb are there.
 */
export function matchStatements(d: Dialect, rated: boolean): Statement[] {
  const traits = (
    slug: string,
    votes: string,
  ) => `SELECT id, ${d.list(['title', 'original_title'])} AS titles,
    ${slug} AS slug, year, CAST(extract(year FROM streaming_date) AS INTEGER) AS out_by, release_date AS released,
    box_office_usd AS revenue, runtime_minutes, directors, actors, ${votes} AS votes`
  return [
    ...partyStatements(d, { name: 'rt', films: `${traits('id', 'imdb_votes')} FROM rt_side` }),
    ...partyStatements(d, {
      name: 'imdb',
      // Where all ratings are there, a film without any has no votes.
      films: `${traits(d.nullOf('VARCHAR'), rated ? 'coalesce(imdb_votes, 0)' : 'imdb_votes')} FROM imdb_side`,
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
