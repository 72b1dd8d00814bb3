import { randomUUID } from 'node:crypto'
import type { EngineEvent, Job, JobLogLine, LogLevel, Step } from '../api.ts'
import { isCancelled, toPayload } from '../errors.ts'

/** Share of a job's time that a step usually takes, so that the bar moves evenly. */
const WEIGHTS: Record<Step['key'], number> = {
  receive: 0.35,
  verify: 0.1,
  transform: 0.5,
  publish: 0.05,
  hadoop: 0.3,
  spark: 0.7,
  configure: 0.05,
  format: 0.1,
  start_hdfs: 0.4,
  safe_mode: 0.1,
  start_yarn: 0.3,
  folders: 0.05,
  stop_yarn: 0.5,
  stop_hdfs: 0.5,
  push: 0.2,
  pull: 0.1,
  spark_run: 0.8,
  mirror: 0.05,
}
/** At most ten events a second reach the window. */
const EVENT_INTERVAL_MS = 100

export type StepPatch = Partial<Omit<Step, 'key' | 'seconds'>>

/** A job as it runs: named steps whose changes become events. */
export interface JobHandle {
  /** Changes a step; entering `running` starts its clock, leaving it stops it. */
  step(key: Step['key'], patch: StepPatch): void
  /** Adds a line to the job's log, under the step that runs. */
  log(level: LogLevel, message: string): void
}

/** Runs `work` as a job of named steps, tells the listeners of every change, and how it ended. */
export async function runJob<T>(
  verb: Job['verb'],
  keys: readonly Step['key'][],
  emit: (event: EngineEvent) => void,
  work: (handle: JobHandle) => Promise<T>,
): Promise<T> {
  const started = performance.now()
  const clocks = new Map<Step['key'], number>()
  const steps: Step[] = keys.map((key) => ({
    key,
    state: 'waiting',
    progress: null,
    rows: null,
    seconds: null,
    message: null,
  }))
  const job: Job = {
    job_id: randomUUID(),
    verb,
    state: 'running',
    started_at: new Date().toISOString(),
    seconds: 0,
    progress: 0,
    steps,
    error: null,
  }
  const tell = throttle(() => emit({ type: 'job', job: snapshot(job, started, clocks) }), EVENT_INTERVAL_MS)

  const say = (key: Step['key'] | null, kind: JobLogLine['kind'], level: LogLevel, message: string) =>
    emit({ type: 'log', job_id: job.job_id, step: key, kind, level, at: new Date().toISOString(), message })

  const step: JobHandle['step'] = (key, patch) => {
    const target = steps.find((each) => each.key === key)
    if (!target) return
    const changed = patch.state !== undefined && patch.state !== target.state
    if (patch.state && changed) say(key, 'state', 'info', patch.state)
    if (patch.message && patch.message !== target.message) say(key, 'progress', 'info', patch.message)
    if (patch.state === 'running' && changed) clocks.set(key, performance.now())
    Object.assign(target, patch)
    if (changed && patch.state !== 'running') target.seconds = secondsSince(clocks.get(key))
    if (changed) tell.now()
    else tell.soon()
  }
  const end = (state: Job['state'], error: unknown) => {
    const stepState = state === 'cancelled' ? 'cancelled' : 'failed'
    job.state = state
    job.error = error === null ? null : toPayload(error)
    if (state !== 'done')
      for (const each of steps.filter((running) => running.state === 'running')) {
        if (state === 'failed' && job.error) say(each.key, 'progress', 'error', job.error.message)
        step(each.key, { state: stepState })
      }
    tell.now()
  }

  tell.now()
  try {
    const result = await work({
      step,
      log: (level, message) =>
        say(steps.findLast(({ state }) => state === 'running')?.key ?? null, 'line', level, message),
    })
    end('done', null)
    return result
  } catch (error) {
    end(isCancelled(error) ? 'cancelled' : 'failed', error)
    throw error
  }
}

function snapshot(job: Job, started: number, clocks: Map<Step['key'], number>): Job {
  const steps = job.steps.map((step) => ({
    ...step,
    seconds: step.state === 'running' ? secondsSince(clocks.get(step.key)) : step.seconds,
  }))
  const total = steps.reduce((sum, step) => sum + WEIGHTS[step.key], 0)
  const done = steps.reduce((sum, step) => sum + WEIGHTS[step.key] * share(step), 0)
  return { ...job, steps, seconds: secondsSince(started) ?? 0, progress: total > 0 ? done / total : 0 }
}

function share(step: Step): number {
  if (step.state === 'done' || step.state === 'unchanged') return 1
  return step.state === 'running' ? (step.progress ?? 0) : 0
}

function secondsSince(start: number | undefined): number | null {
  return start === undefined ? null : Math.round(performance.now() - start) / 1000
}

/** `now` calls at once; `soon` calls at most once an interval, and never loses the last change. */
function throttle(call: () => void, interval: number): { now(): void; soon(): void } {
  let last = 0
  let timer: NodeJS.Timeout | null = null
  const now = () => {
    if (timer) clearTimeout(timer)
    timer = null
    last = performance.now()
    call()
  }
  const soon = () => {
    if (timer) return
    const wait = interval - (performance.now() - last)
    if (wait <= 0) now()
    else timer = setTimeout(now, wait)
  }
  return { now, soon }
}
