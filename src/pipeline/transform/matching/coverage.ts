import { WHOLE_TITLE } from './candidates.ts'
import { traitsOf } from './parties.ts'

/**
 * How likely a film of one side has its counterpart on the other, told from how many have one by title and year: of
 * the left, by `year`; of the right, by how many `votes` it has. Where nearly all have one, a candidate that is the
 * only one is it, although its year or length is a little off.
 */
export function coverageOfYears(left: string, right: string, pairs: string): string {
  return coverage('year', left, 'left_id', left, right, pairs)
}

export function coverageOfVotes(left: string, right: string, pairs: string): string {
  return coverage(votesClass('votes'), right, 'right_id', left, right, pairs)
}

export const votesClass = (votes: string): string =>
  `CASE WHEN ${votes} >= 100000 THEN 5 WHEN ${votes} >= 10000 THEN 4 WHEN ${votes} >= 1000 THEN 3
    WHEN ${votes} >= 100 THEN 2 ELSE 1 END`

function coverage(by: string, of: string, id: string, left: string, right: string, pairs: string): string {
  // Two more that have none: of one or two films nothing can be said.
  return `SELECT ${by} AS of_kind, CAST(count(named.id) AS DOUBLE) / (count(*) + 2) AS share
    FROM ${traitsOf(of)} AS film
    LEFT JOIN (
      SELECT DISTINCT ${id} AS id FROM ${pairs} AS pair
      JOIN ${traitsOf(left)} AS l ON l.id = left_id JOIN ${traitsOf(right)} AS r ON r.id = right_id
      WHERE alike >= ${WHOLE_TITLE} AND l.year - r.year BETWEEN -1 AND 2
    ) AS named ON named.id = film.id
    GROUP BY ${by}`
}
