import type { CheckedParams } from '../api.ts'
import { CineError } from '../errors.ts'
import type { LakeLayout } from '../lake/layout.ts'
import type { MatchDecision } from '../transform/index.ts'
import { contribute, defaultAuthor, newLine, readContributions, type StoredContributions } from './store.ts'

/** A pair of `runs/<run_id>/ambiguous.parquet`: two films that the rules could not tell apart. */
export interface AmbiguousPair {
  source: string
  film: string
  candidate: string
  title: string | null
  candidate_title: string | null
  year: number | null
}

/** A decision that holds, and the contribution that it is. */
export interface Settled extends MatchDecision {
  id: string
}

/** The decisions that hold, the latest last. */
export function decisionsOf({ contributions }: Pick<StoredContributions, 'contributions'>): Settled[] {
  return contributions.flatMap(({ entry, active }) => {
    if (!active || entry.kind !== 'match') return []
    const { source, film, candidate, same } = entry.after
    return [{ id: entry.id, source, film, candidate, same }]
  })
}

/** What the next run of this lake is told of its films. */
export async function settledMatches(layout: LakeLayout): Promise<MatchDecision[]> {
  const decisions = decisionsOf(await readContributions(layout))
  return decisions.map(({ source, film, candidate, same }) => ({ source, film, candidate, same }))
}

/**
 * Keeps what somebody settled of a pair, for the runs to come. Gives the contribution's id. Throws `PAIR_UNKNOWN`
 * when the run listed no such pair.
 */
export async function settleMatch(
  layout: LakeLayout,
  run: { run_id: string; pair: AmbiguousPair | undefined },
  params: CheckedParams<'contributions.match'>,
): Promise<string> {
  const { pair } = run
  if (!pair) {
    throw new CineError('PAIR_UNKNOWN', 'The published run lists no such pair as ambiguous.', {
      hint: 'Look at the pairs with `cine quality --json`, under matching.ambiguous.',
      details: { source: params.source, film: params.film, candidate: params.candidate },
    })
  }
  const line = newLine(params.author ?? defaultAuthor())
  const fromRt = pair.source === 'rt_id'
  await contribute(layout, () => [
    {
      ...line,
      kind: 'match',
      film: {
        film_id: fromRt ? `rt:${pair.film}` : pair.candidate,
        rt_id: fromRt ? pair.film : null,
        imdb_id: null,
        title: pair.title,
        year: pair.year,
      },
      reason: params.reason || null,
      run_id: run.run_id,
      after: {
        source: pair.source,
        film: pair.film,
        candidate: pair.candidate,
        candidate_title: pair.candidate_title,
        same: params.same,
      },
    },
  ])
  return line.id
}
