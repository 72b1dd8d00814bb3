/** Past runs: shown, compared, published again, pruned. */
import { z } from 'zod'
import type { ErrorPayload } from '../errors.ts'
import { entry } from './entry.ts'
import type { Step, StepKey } from './steps.ts'
import type { BalanceLine, Check, EngineName, TableCounts } from './transform.ts'

export interface RunSummary {
  run_id: string
  engine: EngineName
  published_at: string
  /** When it was published again after another one had been. */
  republished_at: string | null
  current: boolean
  /** Since when its tables are not kept any more (`runs.prune`). */
  pruned_at: string | null
  seconds: number
  /** Set when the run read only the first N rows of each file. */
  n_rows: number | null
  tables: TableCounts
  /** Of its tables' files. */
  bytes: number
  /** How many checks warned. */
  warnings: number
  balance: BalanceLine[]
  inputs: { source: string; path: string; sha256: string; rows: number }[]
}

/** A run that did not publish, so that the history shows it too. */
export interface FailedRun {
  run_id: string
  verb: string
  state: 'failed' | 'cancelled' | 'interrupted'
  started_at: string
  seconds: number | null
  error: ErrorPayload | null
  steps: Step[]
  /** The step at which the same command goes on, when what it read has not changed; null: from its beginning. */
  resumes_at: StepKey | null
}

export interface RunList {
  runs: RunSummary[]
  unpublished: FailedRun[]
  /** Why it cannot be told which run is published; null when it can. */
  problem: ErrorPayload | null
}

/** A run by its id, the beginning of its id, `current`, or `previous`: the latest before the current one that is
 * whole. */
export const runName = z.string().min(1).max(100)

/** `unread`: there, in its size, not changed since it was published. `whole`: read, and its hash is right. */
export type FileState = 'whole' | 'unread' | 'missing' | 'altered' | 'unreadable'

export interface RunFile {
  table: TableDiff['table']
  path: string
  rows: number
  bytes: number
  sha256: string
  state: FileState
  /** In words, such as `is missing`; null when it is as it should be. */
  problem: string | null
}

/** Everything that is known of a run, published or not. */
export interface RunDetail {
  run_id: string
  state: 'published' | FailedRun['state'] | 'running'
  current: boolean
  /** Null for a run whose own record is lost. */
  verb: string | null
  started_at: string | null
  error: ErrorPayload | null
  steps: Step[]
  /** Null for a run that was not published. */
  published: RunSummary | null
  rules_version: string | null
  fingerprint: string | null
  /** Of its tables; none when they are not kept. */
  files: RunFile[]
  /** False when a file is not as it was published; null when there is none. */
  whole: boolean | null
  checks: Check[]
  /** The run that it was checked against. */
  compared_with: string | null
}

/** What a table of run `b` has, against that of run `a`. */
export interface TableDiff {
  table: 'films' | 'reviews' | 'people' | 'rejects'
  /** The columns that tell a row from the others. */
  key: string[]
  rows_a: number
  rows_b: number
  added: number
  removed: number
  /** Rows of both, at least one value of which is another. */
  changed: number
  unchanged: number
  /** Columns that one of the two lacks, or that are of another type. */
  schema: { column: string; type_a: string | null; type_b: string | null }[]
  /** Columns of both whose values changed, in how many rows; unknown is a value like any other. */
  columns: { column: string; changed: number }[]
  /** The first few by key. */
  samples: {
    added: Record<string, unknown>[]
    removed: Record<string, unknown>[]
    changed: { key: Record<string, unknown>; values: { column: string; a: unknown; b: unknown }[] }[]
  }
}

/** What is not the same of what two runs were made from. */
export interface RunDiffCauses {
  /** Files that only one of the two read, and the sources that only one of the two had. */
  inputs: { added: number; removed: number; sources_added: string[]; sources_removed: string[] }
  /** The rules of the program are others; null when the older run did not note enough to tell. */
  rules: boolean | null
  /** Sources that both read, whose layouts are others; null when one of the two did not note them. */
  layouts: string[] | null
  /** How the runs were asked for: `engine`, and `n_rows` (null: every record). */
  options: { option: 'engine' | 'n_rows'; a: string | number | null; b: string | number | null }[]
  /** Lines that the journal of contributions got between the two. They are laid over every run alike and are no part
   * of the comparison; null when the journal could not be read. */
  contributions: number | null
}

export interface RunDiff {
  a: string
  b: string
  /** Every table has the same rows with the same values. */
  same: boolean
  /** The rules or the layouts of sources that both read are others: the same files may give other tables. */
  rules_changed: boolean
  /** Why the two may differ. */
  causes: RunDiffCauses
  n_rows: { a: number | null; b: number | null }
  tables: TableDiff[]
  balance: { source: string; a: BalanceLine | null; b: BalanceLine | null }[]
  inputs: { source: string; path: string; sha256: string; in: 'a' | 'b' | 'both' }[]
}

export interface PublishedRunResult {
  run_id: string
  /** `unchanged`: it was published already. */
  status: 'published' | 'unchanged'
  /** What was published until now; null when nothing was, or when it could not be told. */
  previous_run_id: string | null
  files: number
  bytes: number
}

export interface PruneResult {
  dry_run: boolean
  kept: string[]
  removed: { run_id: string; bytes: number }[]
  freed_bytes: number
}

export const runsApi = {
  'runs.list': entry<RunList>()(z.strictObject({})),
  'runs.show': entry<RunDetail>()(
    z.strictObject({
      run: runName,
      /** Read every file whole, instead of only those that were changed since. */
      verify: z.boolean().default(false),
    }),
  ),
  'runs.diff': entry<RunDiff>()(
    z.strictObject({ a: runName, b: runName, samples: z.int().min(0).max(100).default(5) }),
  ),
  /** Publishes an earlier run again, after reading all of its files. */
  'runs.publish': entry<PublishedRunResult>()(z.strictObject({ run: runName })),
  /** Removes the tables of all but the latest `keep` published runs; the current one is always among them. */
  'runs.prune': entry<PruneResult>()(
    z.strictObject({ keep: z.int().min(1).max(1_000_000), dry_run: z.boolean().default(false) }),
  ),
} as const
