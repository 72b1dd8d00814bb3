import type { Dialect } from '../dialect.ts'
import { WHOLE_TITLE } from './candidates.ts'
import { votesClass } from './coverage.ts'
import { traitsOf } from './parties.ts'
import { familyNames } from './people-keys.ts'

/** From how many points on two films are one, and by how many the next best must lie behind. */
export const ENOUGH = 2.3
export const MARGIN = 1.5

/** Two parties (parties.ts). */
export interface Sides {
  left: string
  right: string
  /** Films of the left were shown or reviewed: few of them have hardly any votes. */
  wellKnown: boolean
}

/**
 * The candidates `found`, with the points that speak for each pair being one: `left_id`, `right_id`, `points`,
 * `doubtful` (1 where those who made the two are others: whatever the points, the pair is not made).
 */
export function scored(
  d: Dialect,
  { left, right, wellKnown }: Sides,
  found: string,
  years: string,
  votes: string,
): string {
  const unknown = (list: string) =>
    `${d.item(`l.${list}`, '1')} IS NULL OR ${d.item(`r.${list}`, '1')} IS NULL`
  // Three actors or more: of two short lists of a cast, nobody need be in both.
  const several = (side: string) => `${d.item(`${side}.actors`, '5')} IS NOT NULL`
  const whole = (side: string) => `${d.item(`${side}.actors`, '15')} IS NOT NULL`
  return `SELECT left_id, right_id, ${points(wellKnown)} AS points, ${DOUBTFUL} AS doubtful FROM (
    SELECT pair.left_id, pair.right_id, pair.alike, pair.letters,
      l.year - r.year AS later, r.year_about, CASE WHEN r.year > l.out_by + 1 THEN 1 ELSE 0 END AS out_before,
      abs(l.runtime_minutes - r.runtime_minutes) AS minutes_apart,
      CASE WHEN l.released = r.released THEN 1 ELSE 0 END AS same_day,
      CASE WHEN l.revenue > 0 AND l.revenue = r.revenue THEN 1 ELSE 0 END AS same_revenue,
      CASE WHEN ${unknown('directors')} THEN NULL
        WHEN ${d.overlap('l.directors', 'r.directors')} THEN 1 ELSE 0 END AS same_director,
      CASE WHEN ${unknown('directors')} OR ${d.overlap('l.directors', 'r.directors')} THEN 0
        WHEN ${d.overlap(familyNames(d, 'l.directors'), familyNames(d, 'r.directors'))} THEN 0 ELSE 1 END AS other_director,
      CASE WHEN ${unknown('actors')} THEN NULL ELSE ${d.shared('l.actors', 'r.actors')} END AS same_actors,
      CASE WHEN ${several('l')} AND ${several('r')} THEN 1 ELSE 0 END AS cast_lists,
      CASE WHEN ${several('l')} AND ${several('r')} AND (${whole('l')} OR ${whole('r')}) THEN 1 ELSE 0 END AS whole_casts,
      CASE WHEN r.year IS NULL THEN 1 ELSE 0 END AS undated, r.votes,
      CASE WHEN pair.alike >= ${WHOLE_TITLE} THEN greatest(of_years.share, of_votes.share) END AS covered
    FROM ${found} AS pair
    JOIN ${traitsOf(left)} AS l ON l.id = pair.left_id
    JOIN ${traitsOf(right)} AS r ON r.id = pair.right_id
    LEFT JOIN ${years} AS of_years ON of_years.of_kind = l.year
    LEFT JOIN ${votes} AS of_votes ON of_votes.of_kind = ${votesClass('r.votes')}
  ) AS compared`
}

/** Of two films with one title, nobody else would have taken the one for the other. */
const AGREEING = `same_day = 1 OR same_revenue = 1 OR same_actors >= 4 OR (same_actors >= 2 AND minutes_apart <= 3)`

/**
 * Titles and years alone make no pair of films by other directors (people of one family are not other ones) nor of a
 * whole cast and three others: unless the day, the takings, actors or, for directors, the length to the minute agree.
 */
const DOUBTFUL = `CASE WHEN ${AGREEING} THEN 0
    WHEN same_actors = 0 AND whole_casts = 1 AND coalesce(same_director, 0) = 0 THEN 1
    WHEN other_director = 0 OR (minutes_apart = 0 AND later BETWEEN 0 AND 1) THEN 0 ELSE 1 END`

/**
 * How much more often each thing is seen of films that are one than of others with the same title: the natural
 * logarithm of how many times, estimated on pairs known to be true. Unknown tells nothing, but for the year.
 */
function points(wellKnown: boolean): string {
  const cases = (...conditions: [string, number][]) =>
    `CASE ${conditions.map(([condition, value]) => `WHEN ${condition} THEN ${value.toFixed(1)}`).join(' ')} ELSE 0.0 END`
  return [
    'alike',
    // Two films that share a long title are rarely two.
    cases(['letters >= 20', 1.5], ['letters >= 14', 1], ['letters >= 9', 0.4], ['letters <= 4', -0.5]),
    // Rotten Tomatoes knows when a film came to American theatres: often the year after.
    cases(
      ['later = 0', 3],
      ['year_about = 1 AND later = -1', 2.1],
      ['year_about = 1 AND later = -2', 0.5],
      ['later = 1', 2.1],
      ['later = 2', 0.5],
      ['later = -1', 0.2],
      ['later > 2', -2.8],
      ['later < -1', -3.7],
      // Of IMDb's titles, series are those without a year.
      ['undated = 1', -3],
      ['later IS NULL', -1.5],
    ),
    // Title and year are not independent: a small difference in both is another film more often than in one.
    cases(
      [`alike = ${WHOLE_TITLE} AND later = 0`, 0.4],
      [`alike = ${WHOLE_TITLE} AND later <> 0 AND coalesce(minutes_apart, 1) > 0`, -0.4],
    ),
    cases(['out_before = 1', -20]),
    // Films of one title do not open on one day, nor earn the same to the dollar.
    cases(['same_day = 1', 2.5]),
    cases(['same_revenue = 1', 4]),
    cases(
      ['minutes_apart <= 1', 2.1],
      ['minutes_apart <= 3', 0.9],
      ['minutes_apart <= 10', -0.1],
      ['minutes_apart <= 20', -1.1],
      ['minutes_apart > 20', -2.2],
    ),
    cases(['same_director = 1', 5], ['same_director = 0', -3.5]),
    // Each person in common counts twice (people-keys.ts).
    cases(
      ['same_actors >= 4', 5],
      ['same_actors >= 1', 3.5],
      ['same_actors = 0 AND cast_lists = 1', -3],
      ['same_actors = 0', -1],
    ),
    wellKnown
      ? cases(
          ['votes = 0', -3.4],
          ['votes < 100', -2.5],
          ['votes < 500', -0.5],
          ['votes < 1000', 0],
          ['votes < 10000', 1],
          ['votes >= 10000', 1.5],
        )
      : cases(['votes = 0', -1], ['votes < 100', -0.5], ['votes < 1000', 0], ['votes >= 1000', 0.5]),
    cases(['covered >= 0.95', 2.5], ['covered >= 0.9', 2], ['covered >= 0.8', 1.3], ['covered >= 0.65', 0.6]),
  ].join('\n    + ')
}
