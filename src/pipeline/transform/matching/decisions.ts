import type { Dialect } from '../dialect.ts'

/** What somebody settled of two films that the rules could not tell apart. */
export interface MatchDecision {
  /** As `ambiguous` names it: `rt_id`, or the source that the film is of. */
  source: string
  film: string
  candidate: string
  /** One film, or two. */
  same: boolean
}

/** The decisions on the pairs of one source, as queries of `left_id`, `right_id`; null where there are none. */
export interface Decided {
  same: string | null
  apart: string | null
}

export const UNDECIDED: Decided = { same: null, apart: null }

/** Of several decisions on one film the latest holds: a film is one other film, or none. */
export function decidedOf(d: Dialect, decisions: readonly MatchDecision[], source: string): Decided {
  const own = decisions.filter((each) => each.source === source)
  const latest = (of: (each: MatchDecision) => string) => new Map(own.map((each) => [of(each), each]))
  const pairs = [...latest(({ film, candidate }) => JSON.stringify([film, candidate])).values()]
  const same = pairs.filter((each) => each.same)
  const [byFilm, byCandidate] = [
    new Map(same.map((each) => [each.film, each])),
    new Map(same.map((each) => [each.candidate, each])),
  ]
  const oneToOne = same.filter(
    (each) => byFilm.get(each.film) === each && byCandidate.get(each.candidate) === each,
  )
  const apart = pairs.filter((each) => !each.same)
  return { same: rows(d, oneToOne), apart: rows(d, apart) }
}

function rows(d: Dialect, pairs: readonly MatchDecision[]): string | null {
  if (pairs.length === 0) return null
  return pairs
    .map(
      ({ film, candidate }) =>
        `SELECT ${d.givenText(film)} AS left_id, ${d.givenText(candidate)} AS right_id`,
    )
    .join(' UNION ALL ')
}

/** `pair` (left_id, right_id) is none of those that were told apart. */
export const notApart = ({ apart }: Decided): string =>
  apart === null
    ? ''
    : ` AND NOT EXISTS (SELECT 1 FROM (${apart}) AS apart
        WHERE apart.left_id = pair.left_id AND apart.right_id = pair.right_id)`

/** Neither film of `pair` is in a pair of `made`. */
export const unpaired = (made: string): string =>
  `NOT EXISTS (SELECT 1 FROM ${made} AS made WHERE made.left_id = pair.left_id)
    AND NOT EXISTS (SELECT 1 FROM ${made} AS made WHERE made.right_id = pair.right_id)`
