import type { FailedRun, RunList, RunSummary } from '../../../../pipeline/api.ts'

export type RunState = 'current' | 'published' | 'pruned' | FailedRun['state']

/** A run in the history, published or not. */
export interface RunLine {
  run_id: string
  state: RunState
  at: string
  films: number | null
  reviews: number | null
  warnings: number
  seconds: number | null
  bytes: number | null
  /** Set when it read only the first rows of each file. */
  n_rows: number | null
  error: FailedRun['error']
  /** Its tables are kept: it can be compared, and published again. */
  kept: boolean
  /** How the same command would go on: from its tables, or from the clean copies of its files. */
  resumes: 'tables' | 'files' | null
}

/** Every run, the latest first. */
export function runLines({ runs, unpublished }: RunList): RunLine[] {
  const lines = [...runs.map(published), ...unpublished.map(failed)]
  // A run id begins with its time.
  lines.sort((one, other) => other.run_id.localeCompare(one.run_id))
  return lines.map((line, index) => (index === 0 ? line : { ...line, resumes: null }))
}

function published(run: RunSummary): RunLine {
  const { run_id, current, pruned_at, published_at, tables, warnings, seconds, bytes, n_rows } = run
  return {
    run_id,
    state: current ? 'current' : pruned_at === null ? 'published' : 'pruned',
    at: published_at,
    films: tables.films.rows,
    reviews: tables.reviews.rows,
    warnings,
    seconds,
    bytes,
    n_rows,
    error: null,
    kept: pruned_at === null,
    resumes: null,
  }
}

/** Of the latest run only is it said that it can be gone on with: what is older is of no use any more. */
function failed({ run_id, state, started_at, seconds, error, resumes_at }: FailedRun): RunLine {
  const { films, reviews, bytes, n_rows } = { films: null, reviews: null, bytes: null, n_rows: null }
  const resumes = state === 'cancelled' || isOfResult(error?.code) ? null : resumes_at ? 'tables' : 'files'
  const rest = { warnings: 0, seconds, error, kept: false, resumes } as const
  return { run_id, state, at: started_at, films, reviews, bytes, n_rows, ...rest }
}

/** Errors of what came out: the same command would end in them again. */
export function isOfResult(code: string | undefined): boolean {
  return code === 'CHECKS_FAILED' || code === 'BALANCE_BROKEN'
}

/** Two runs at most: a third one takes the place of the one chosen first. */
export function toggled(chosen: readonly string[], run: string): string[] {
  return chosen.includes(run) ? chosen.filter((each) => each !== run) : [...chosen, run].slice(-2)
}

/** The older one first, whichever was chosen first. */
export function inTime(chosen: readonly string[]): [string, string] | null {
  const [a, b] = [...chosen].sort()
  return a !== undefined && b !== undefined ? [a, b] : null
}
