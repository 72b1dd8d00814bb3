/** What goes with the report of a fault. */
import { z } from 'zod'
import { entry } from './entry.ts'

/** For a report of a fault: versions, counts, times, states and codes; nothing that a person wrote or named. */
export interface Diagnostics {
  made_at: string
  versions: { studio: string; duckdb: string; node: string }
  system: {
    platform: string
    arch: string
    release: string
    threads: number
    memory_bytes: number
    free_memory_bytes: number
    /** Of the disk that the lake is on; null when it cannot be told. */
    free_disk_bytes: number | null
    engine_rss_bytes: number
  }
  lake: {
    is_demo: boolean
    /** How many layouts somebody described for this lake; in what follows each is `own`. */
    own_sources: number
    runs: {
      published_at: string
      current: boolean
      engine: string
      seconds: number
      n_rows: number | null
      bytes: number
      warnings: number
      rows: Record<string, number>
      inputs: { source: string | null; rows: number }[]
    }[]
    unpublished: {
      state: string
      started_at: string
      seconds: number | null
      error_code: string | null
      steps: { key: string; state: string; seconds: number | null; rows: number | null }[]
    }[]
    ingestions: {
      source: string | null
      status: string
      error_code: string | null
      bytes: number | null
      rows: number | null
      columns: number | null
      started_at: string
      finished_at: string
    }[]
  }
  /** Where each setting comes from, not what it is. */
  settings: Record<string, string>
  kaggle_token: boolean
  /** Codes of what could not be read. */
  problems: string[]
}

export const diagnosticsApi = {
  'diagnostics.get': entry<Diagnostics>()(z.strictObject({})),
} as const
