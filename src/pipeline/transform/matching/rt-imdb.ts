import type { SourceSpec } from '../../sources/index.ts'
import type { Dialect } from '../dialect.ts'
import type { Statement } from '../merge.ts'
import { perFilm } from '../per-film.ts'
import { byAddress } from './address.ts'
import { matchScore, pairedOf, pairStatements } from './assign.ts'
import { type Decided, notApart, unpaired } from './decisions.ts'
import { keysOf, partyStatements, traitsOf } from './parties.ts'

/**
 * Which Rotten Tomatoes film is which IMDb film: the table `matches` (rt_id, imdb_id, match_method, match_score), one
 * to one: first as somebody settled it, then by address, then by titles, years, people and length. `ratings`: the sources of IMDb's ratings alone.
 */
export function matchStatements(d: Dialect, ratings: readonly SourceSpec[], decided: Decided): Statement[] {
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
    ...(decided.same === null ? [] : [byHand(d, decided.same)]),
    { name: 'matches_by_url', sql: d.createTable('matches_by_url', unsettled(byAddress(d), decided)) },
    ...withoutMatched(d, 'rt', 'rt_id', decided),
    ...withoutMatched(d, 'imdb', 'imdb_id', decided),
    ...pairStatements(
      d,
      'match',
      { left: free('rt'), right: free('imdb'), wellKnown: true },
      { ...decided, same: null },
    ),
    {
      name: 'matches',
      sql: d.createTable(
        'matches',
        `SELECT rt_id, imdb_id, 'url' AS match_method, CAST(1 AS DOUBLE) AS match_score FROM matches_by_url${
          decided.same === null
            ? ''
            : `\n        UNION ALL SELECT left_id, right_id, 'hand', CAST(1 AS DOUBLE) FROM ${BY_HAND}`
        }
        UNION ALL SELECT left_id, right_id, 'title_year', ${matchScore('points')} FROM ${pairedOf('match')}`,
      ),
    },
  ]
}

const BY_HAND = 'matches_by_hand'

/** The pairs that somebody made, of films that are there. */
function byHand(d: Dialect, same: string): Statement {
  const select = `SELECT left_id, right_id FROM (${same}) AS pair
    WHERE left_id IN (SELECT id FROM rt_side) AND right_id IN (SELECT id FROM imdb_side)`
  return { name: BY_HAND, sql: d.createTable(BY_HAND, select) }
}

/** Pairs by address, but for those of films that were settled by hand. */
function unsettled(pairs: string, decided: Decided): string {
  if (decided.same === null && decided.apart === null) return pairs
  return `SELECT left_id AS rt_id, right_id AS imdb_id
    FROM (SELECT rt_id AS left_id, imdb_id AS right_id FROM (${pairs}) AS addressed) AS pair
    WHERE ${decided.same === null ? 'TRUE' : unpaired(BY_HAND)}${notApart(decided)}`
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

/** A party without the films that an address, or somebody, has matched. */
function withoutMatched(d: Dialect, party: string, id: 'rt_id' | 'imdb_id', decided: Decided): Statement[] {
  const side = id === 'rt_id' ? 'left_id' : 'right_id'
  const settled =
    decided.same === null
      ? ''
      : `
      AND NOT EXISTS (SELECT 1 FROM ${BY_HAND} AS matched WHERE matched.${side} = film.id)`
  return [traitsOf, keysOf].map((of) => ({
    name: of(free(party)),
    sql: d.createView(
      of(free(party)),
      `SELECT * FROM ${of(party)} AS film
      WHERE NOT EXISTS (SELECT 1 FROM matches_by_url AS matched WHERE matched.${id} = film.id)${settled}`,
    ),
  }))
}
