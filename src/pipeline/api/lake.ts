/** The lake that is open. */
import { z } from 'zod'
import type { ErrorPayload } from '../errors.ts'
import { entry } from './entry.ts'
import type { RunSummary } from './runs.ts'

export interface LakeInfo {
  path: string
  name: string
  /** The published run, or null when nothing has been published yet. */
  published: RunSummary | null
  /** Why it cannot be told which run is published; null when it can. */
  problem: ErrorPayload | null
  landed_sources: string[]
  /** True when everything in the lake comes from the shipped demo, whose reviews are made up. */
  is_demo: boolean
  engine: { version: string; duckdb: string; node: string; pid: number; rss_bytes: number }
}

export const lakeApi = {
  'lake.info': entry<LakeInfo>()(z.strictObject({})),
} as const
