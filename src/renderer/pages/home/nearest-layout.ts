import type { ErrorPayload } from '../../../pipeline/errors.ts'

/** Below it, what a file has in common with a layout is chance. */
const LEAST_ALIKE = 0.3

export interface NearestLayout {
  source: string
  /** 0–1 */
  score: number
  /** Columns that the file lacks. */
  missing: string[]
}

/** The layout that a refused file comes close to, with the columns it lacks; null when none is close. */
export function nearestLayout({ details }: Pick<ErrorPayload, 'details'>): NearestLayout | null {
  const { nearest } = details as { nearest?: NearestLayout[] }
  const first = nearest?.[0]
  return first && first.score >= LEAST_ALIKE ? first : null
}
