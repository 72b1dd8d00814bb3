import type { AmbiguousPair } from '../../../../pipeline/api.ts'

/** The ids that the two films of a pair have in the published run, where they stand as two. */
export function filmsOf({ source, film, candidate }: AmbiguousPair): {
  film: string
  candidate: string
} {
  return { film: source === 'rt_id' ? `rt:${film}` : `${source}:${film}`, candidate }
}
