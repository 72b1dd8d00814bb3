import type { Job } from '../../pipeline/api.ts'

/** A run that took less was waited for. */
export const LONG_SECONDS = 10

/** What is told outside the window when a run ends: null for one that was short, cancelled or told before. */
export function runNotice(before: Job | null, after: Job | null): 'done' | 'failed' | null {
  if (!after || after.seconds < LONG_SECONDS) return null
  const ends = before?.job_id === after.job_id && before.state === 'running'
  if (!ends) return null
  return after.state === 'done' || after.state === 'failed' ? after.state : null
}
