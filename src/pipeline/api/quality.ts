/** What is known of a run's quality: its balance, checks, completeness, matching and rejects. */
import { z } from 'zod'
import { entry } from './entry.ts'
import { runName, type TableDiff } from './runs.ts'
import type { BalanceLine, Check } from './transform.ts'

/** How a table is filled, column by column. */
export interface Completeness {
  table: TableDiff['table']
  rows: number
  columns: {
    column: string
    /** Rows without a value. */
    nulls: number
    /** Of the table's rows, 0–1; null when it has none. */
    share: number | null
    /** The same of the run that it was checked against; null when that is not known. */
    previous_share: number | null
  }[]
}

/** What is known of a run's quality. */
export interface QualityReport {
  run_id: string
  compared_with: string | null
  balance: BalanceLine[]
  /** All of them, also those that hold. */
  checks: Check[]
  completeness: Completeness[]
  matching: {
    methods: { method: string; films: number; mean_score: number | null }[]
    /** Pairs that could not be told apart, and were not matched; `settled` of them by hand since then. */
    ambiguous: { total: number; settled: number; rows: AmbiguousPair[] }
  }
  rejects: {
    by_reason: { source: string; reason: string; rows: number }[]
    /** Of those asked for. */
    total: number
    rows: Reject[]
  }
}

/** Two films that may be one; the rules left them two. */
export interface AmbiguousPair {
  /** `rt_id`: a film of Rotten Tomatoes, and one of IMDb; else the source of the film. */
  source: string
  film: string
  candidate: string
  title: string | null
  candidate_title: string | null
  year: number | null
  candidate_year: number | null
  /** 0–1, as that of a match. */
  score: number
  reason: 'several_candidates' | 'several_films' | 'other_people'
  /** What somebody settled since: the next run goes by it. */
  decision: { contribution_id: string; same: boolean } | null
}

/** A record that was left out, as the file has it. */
export interface Reject {
  source: string
  file: string
  /** Relative to the lake. */
  path: string
  /** Where it begins, the header being line 1. */
  line: number
  reason: string
  detail: string | null
  /** Its text, cut when it is very long. */
  raw: string | null
}

export const qualityApi = {
  'quality.get': entry<QualityReport>()(
    z.strictObject({
      run: runName.default('current'),
      /** Rejects of this reason, of this source only. */
      reason: z.string().min(1).max(100).optional(),
      source: z.string().min(1).max(100).optional(),
      /** How many rejects and ambiguous pairs to list, and how many rejects to skip. */
      limit: z.int().min(0).max(10_000).default(100),
      offset: z.int().min(0).default(0),
    }),
  ),
} as const
