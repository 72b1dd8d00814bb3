import type { RunResult } from '../api.ts'
import type { Manifest } from '../lake/manifest.ts'

export function resultOf(
  manifest: Manifest,
  { status, started, reused }: Pick<RunResult, 'status' | 'reused'> & { started: number },
): RunResult {
  const { run_id, engine, tables, balance, checks } = manifest
  const rows = (table: keyof Manifest['tables']) => ({ rows: tables[table].rows })
  return {
    run_id,
    status,
    engine,
    tables: {
      films: rows('films'),
      reviews: rows('reviews'),
      people: rows('people'),
      rejects: rows('rejects'),
    },
    balance,
    warnings: checks.filter((check) => check.level === 'warning'),
    reused,
    seconds: Math.round(performance.now() - started) / 1000,
    // The system counts in KiB.
    peak_rss_bytes: process.resourceUsage().maxRSS * 1024,
  }
}
