import type { Step, StepKey } from '../../api.ts'
import { isCancelled, toPayload } from '../../errors.ts'
import type { LakeLayout } from '../../lake/layout.ts'
import type { Manifest } from '../../lake/manifest.ts'
import { type RunRecord, removeTables, writeRun } from '../../lake/runs-store.ts'

/** A run's own record, `runs/<run_id>/run.json`, kept up to date at the moments that matter. */
export interface RunLog {
  /** All is written; only the manifest remains to be replaced. */
  publishing(manifest: Manifest): Promise<void>
  published(steps: readonly Step[]): Promise<void>
  /** Notes how it ended and removes what it wrote. Never throws: the run's own error matters more. */
  failed(error: unknown, steps: readonly Step[]): Promise<void>
}

export async function startRunLog(layout: LakeLayout, runId: string, verb: string): Promise<RunLog> {
  const started = performance.now()
  const record: RunRecord = {
    run_id: runId,
    verb,
    state: 'running',
    pid: process.pid,
    started_at: new Date().toISOString(),
    seconds: null,
    error: null,
    steps: [],
    manifest: null,
  }
  const write = (patch: Partial<RunRecord>) => {
    Object.assign(record, patch, { seconds: Math.round(performance.now() - started) / 1000 })
    return writeRun(layout, record)
  }
  await writeRun(layout, record)
  return {
    publishing: (manifest) => write({ state: 'publishing', manifest }),
    published: (steps) => write({ state: 'published', steps: [...steps] }),
    failed: async (error, steps) => {
      const state = isCancelled(error) ? 'cancelled' : 'failed'
      await removeTables(layout, runId).catch(() => {})
      await write({ state, error: toPayload(error), steps: steps.map(ended(state)), manifest: null }).catch(
        () => {},
      )
    },
  }
}

const ended =
  (state: 'cancelled' | 'failed') =>
  (step: Step): Step =>
    step.state === 'running' ? { ...step, state } : step

/** Keeps the steps that are told to the job, for the run's record. */
export function stepKeeper(keys: readonly StepKey[]): {
  steps: Step[]
  note(key: StepKey, patch: Partial<Step>): void
} {
  const clocks = new Map<StepKey, number>()
  const steps = keys.map(
    (key): Step => ({ key, state: 'waiting', progress: null, rows: null, seconds: null, message: null }),
  )
  return {
    steps,
    note: (key, patch) => {
      const step = steps.find((each) => each.key === key)
      if (!step) return
      if (patch.state === 'running') clocks.set(key, performance.now())
      Object.assign(step, patch)
      const start = clocks.get(key)
      if (start !== undefined) step.seconds = Math.round(performance.now() - start) / 1000
    },
  }
}
