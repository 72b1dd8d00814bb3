import type { Check, LogLevel, Step, StepKey } from '../api.ts'
import { CineError, isCancelled, toCineError, toPayload } from '../errors.ts'
import type { LakeLayout } from '../lake/layout.ts'
import type { Manifest } from '../lake/manifest.ts'
import { removeTables } from '../lake/run-folders.ts'
import { type RunRecord, writeRun } from '../lake/run-record.ts'
import { runJournal } from './run-journal.ts'

/** A run's own record: `runs/<run_id>/run.json`, kept up to date at the moments that matter, and `log.jsonl`, what
 * happened when. */
export interface RunLog {
  /** A step begins, ends or has something to say; how far it has got is not kept. */
  step(key: StepKey, patch: Partial<Step>): void
  /** What the engine says while a step runs; what only a search for faults needs is not kept. */
  line(step: StepKey | null, level: LogLevel, message: string): void
  /** Its tables are finished: should it stop from here on, it can go on from them. */
  transformed(manifest: Manifest, steps: readonly Step[]): Promise<void>
  /** The checks found errors: it must not be published, nor gone on with. */
  refused(checks: readonly Check[]): void
  /** Only the manifest remains to be replaced. */
  publishing(manifest: Manifest): Promise<void>
  published(steps: readonly Step[]): Promise<void>
  /** Notes how it ended and removes what it wrote, but for what it can go on from. Never throws: the run's own
   * error matters more. */
  failed(error: unknown, steps: readonly Step[]): Promise<void>
}

export async function startRunLog(
  layout: LakeLayout,
  runId: string,
  verb: string,
  stopped: { record: RunRecord } | null,
): Promise<RunLog> {
  const started = performance.now()
  const record: RunRecord = {
    run_id: runId,
    started_at: new Date().toISOString(),
    manifest: null,
    ...stopped?.record,
    verb,
    state: 'running',
    pid: process.pid,
    seconds: null,
    error: null,
    steps: [],
    refused: [],
    pruned_at: null,
  }
  const write = (patch: Partial<RunRecord>) => {
    Object.assign(record, patch, { seconds: Math.round(performance.now() - started) / 1000 })
    return writeRun(layout, record)
  }
  await writeRun(layout, record)
  const journal = runJournal(layout, runId)
  let said = ''
  journal.add({ event: stopped ? 'resumed' : 'started', verb, pid: process.pid })
  return {
    step: (key, { state, message, rows }) => {
      if (state === undefined && (!message || message === said)) return
      if (message) said = message
      journal.add({ event: 'step', step: key, state, message, rows })
    },
    line: (step, level, message) => {
      if (level !== 'debug') journal.add({ event: 'log', step, level, message })
    },
    transformed: (manifest, steps) => write({ manifest, steps: [...steps] }),
    refused: (checks) => {
      record.refused = [...checks]
    },
    publishing: (manifest) => write({ state: 'publishing', manifest }),
    published: async (steps) => {
      await write({ state: 'published', steps: [...steps] })
      journal.add({ event: 'published', seconds: record.seconds })
      await journal.written()
    },
    failed: async (error, steps) => {
      const state = isCancelled(error) ? 'cancelled' : 'failed'
      const keeps = keepsWork(error) && record.refused.length === 0 && record.manifest !== null
      if (!keeps) await removeTables(layout, runId).catch(() => {})
      await write({
        state,
        error: toPayload(error),
        steps: steps.map(ended(state)),
        manifest: keeps ? record.manifest : null,
      }).catch(() => {})
      const { code, message } = toPayload(error)
      journal.add({ event: state, code, message, seconds: record.seconds })
      await journal.written()
    },
  }
}

/** Whether what a failed run has finished is kept: not after a cancel, which leaves the lake as it was, nor when
 * the disk is full, where it would be in the way. */
export function keepsWork(error: unknown): boolean {
  return !isCancelled(error) && toCineError(error).code !== 'DISK_FULL'
}

export function checksFailed(errors: readonly Check[]): CineError {
  const [first] = errors
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
  return new CineError('CHECKS_FAILED', `The result is not published: ${first?.message ?? ''}${more}`, {
    hint: 'The published run stays as it is. This is a defect: please report it with the folder runs/ of the lake.',
    details: { checks: errors },
  })
}

const ended =
  (state: 'cancelled' | 'failed') =>
  (step: Step): Step =>
    step.state === 'running' ? { ...step, state } : step

/** Keeps the steps that are told to the job, for the run's record. */
export function stepKeeper(keys: readonly StepKey[]): {
  steps: Step[]
  note(key: StepKey, patch: Partial<Step>): void
  /** The step that runs. */
  running(): StepKey | null
} {
  const clocks = new Map<StepKey, number>()
  let running: StepKey | null = null
  const steps = keys.map(
    (key): Step => ({ key, state: 'waiting', progress: null, rows: null, seconds: null, message: null }),
  )
  return {
    steps,
    running: () => running,
    note: (key, patch) => {
      const step = steps.find((each) => each.key === key)
      if (!step) return
      if (patch.state !== undefined) running = patch.state === 'running' ? key : null
      if (patch.state === 'running') clocks.set(key, performance.now())
      Object.assign(step, patch)
      const start = clocks.get(key)
      if (start !== undefined) step.seconds = Math.round(performance.now() - start) / 1000
    },
  }
}
