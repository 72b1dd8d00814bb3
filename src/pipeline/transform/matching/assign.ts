import type { Dialect } from '../dialect.ts'
import type { Statement } from '../merge.ts'
import { candidates } from './candidates.ts'
import { coverageOfVotes, coverageOfYears } from './coverage.ts'
import { type Decided, notApart, UNDECIDED, unpaired } from './decisions.ts'
import { ENOUGH, MARGIN, type Sides, scored } from './evidence.ts'
import { traitsOf } from './parties.ts'

/** The pairs that were made: `left_id`, `right_id`, `points`. */
export const pairedOf = (name: string): string => `${name}_paired`
/** All that were thought of, with their points. */
const scoredOf = (name: string): string => `${name}_scored`

/**
 * Pairs the films of two parties (parties.ts), one to one: a pair is made when it is the best of both its films by
 * far. What is paired stands in nobody's way any more, so that a second round finds some that were in doubt.
 */
export function pairStatements(
  d: Dialect,
  name: string,
  sides: Sides,
  decided: Decided = UNDECIDED,
): Statement[] {
  const { left, right } = sides
  const table = (part: string, select: string) => ({
    name: `${name}_${part}`,
    sql: d.createTable(`${name}_${part}`, select),
  })
  const all = `SELECT left_id, right_id, points, doubtful FROM ${scoredOf(name)}`
  const byHand = decided.same === null ? null : `${name}_by_hand`
  return [
    ...(byHand === null ? [] : [table('by_hand', byHandOf(decided, sides))]),
    table('candidates', candidates(d, left, right)),
    table('covered_years', coverageOfYears(left, right, `${name}_candidates`)),
    table('covered_votes', coverageOfVotes(left, right, `${name}_candidates`)),
    table(
      'scored',
      settled(
        scored(d, sides, `${name}_candidates`, `${name}_covered_years`, `${name}_covered_votes`),
        decided,
        byHand,
      ),
    ),
    table('first', oneToOne(all)),
    table(
      'paired',
      `SELECT * FROM ${name}_first UNION ALL ${oneToOne(`${all} AS pair WHERE ${unpaired(`${name}_first`)}`)}${
        byHand === null ? '' : ` UNION ALL SELECT left_id, right_id, ${CERTAIN} FROM ${byHand}`
      }`,
    ),
  ]
}

/** Points of a pair that was settled by hand. */
const CERTAIN = '1e3'

/** The pairs that somebody made, of films that are there. */
function byHandOf({ same }: Decided, { left, right }: Sides): string {
  return `SELECT left_id, right_id FROM (${same}) AS pair
    WHERE left_id IN (SELECT id FROM ${traitsOf(left)}) AND right_id IN (SELECT id FROM ${traitsOf(right)})`
}

/** What the rules scored, without what was settled by hand. */
function settled(scored: string, decided: Decided, byHand: string | null): string {
  if (byHand === null && decided.apart === null) return scored
  return `SELECT * FROM (${scored}) AS pair
    WHERE ${byHand === null ? 'TRUE' : unpaired(byHand)}${notApart(decided)}`
}

/** The pairs that are the best of both their films, and by far. */
function oneToOne(pairs: string): string {
  const order = 'ORDER BY points DESC, left_id, right_id'
  const place = (side: string) => `row_number() OVER (PARTITION BY ${side} ${order})`
  const next = (side: string) => `lead(points) OVER (PARTITION BY ${side} ${order})`
  return `SELECT left_id, right_id, points FROM (
    SELECT left_id, right_id, points, doubtful, ${place('left_id')} AS left_place, ${place('right_id')} AS right_place,
      ${next('left_id')} AS left_next, ${next('right_id')} AS right_next
    FROM (${pairs}) AS pair
  ) AS ranked
  WHERE points >= ${ENOUGH} AND doubtful = 0 AND left_place = 1 AND right_place = 1
    AND points - coalesce(left_next, 0) >= ${MARGIN} AND points - coalesce(right_next, 0) >= ${MARGIN}`
}

/** What a pair's points come to, from 0 to 1; only an address is certain. */
export const matchScore = (points: string): string => `least(0.999, round(1 / (1 + exp(-${points})), 3))`

/**
 * The pairs that were not made because others fit as well, as a query: `left_id`, `right_id`, `score`, and `reason`:
 * `several_candidates` fit the film, the candidate fits `several_films`, or those who made
 * them are `other_people`.
 */
export function ambiguousPairs(name: string): string {
  return `SELECT left_id, right_id, ${matchScore('points')} AS score,
      CASE WHEN doubtful = 1 THEN 'other_people' WHEN count(*) OVER (PARTITION BY left_id) > 1 THEN 'several_candidates' ELSE 'several_films' END AS reason
    FROM ${scoredOf(name)} AS pair WHERE points >= ${ENOUGH} AND ${unpaired(pairedOf(name))}`
}
