import type { EngineEvent, Job, PipelineResult } from '../../pipeline/api.ts'
import type { ErrorPayload } from '../../pipeline/errors.ts'

/** On this machine, or on the cluster. */
export type RunKind = 'pipeline' | 'spark_pipeline'

export interface LogLine {
  level: string
  at: string
  message: string
}

/** The last job that any client of the engine started, and what is known of the one started here. */
export interface JobState {
  job: Job | null
  log: LogLine[]
  /** What the run that was started here, if any, was started as. */
  kind: RunKind
  /** Set while a run started on this page is open: only that one can be cancelled from here. */
  own: AbortController | null
  cancelling: boolean
  outcome: PipelineResult | null
  failure: ErrorPayload | null
}

export const noJob: JobState = {
  job: null,
  log: [],
  kind: 'pipeline',
  own: null,
  cancelling: false,
  outcome: null,
  failure: null,
}

const LOG_LINES = 500

export function isRunning(state: JobState): boolean {
  return state.own !== null || state.job?.state === 'running'
}

/** The cluster's own jobs are told on its page; they do not stand in the way of a run. */
export const isOfCluster = ({ verb }: Pick<Job, 'verb'>): boolean => verb.startsWith('cluster_')

/** What the state becomes by an event of the engine; `isOurs` says which jobs it is about. */
export function afterEvent(
  state: JobState,
  event: EngineEvent,
  isOurs: (job: Job) => boolean = (job) => !isOfCluster(job),
): JobState {
  if (event.type === 'job') {
    if (!isOurs(event.job)) return state
    const isNew = event.job.job_id !== state.job?.job_id
    return isNew
      ? { ...state, job: event.job, log: [], outcome: null, failure: null }
      : { ...state, job: event.job }
  }
  if (event.type === 'log' && event.job_id === state.job?.job_id) {
    const { level, at, message } = event
    return { ...state, log: [...state.log, { level, at, message }].slice(-LOG_LINES) }
  }
  return state
}

/** The kind of the run that is shown: its steps are others. */
export function kindOf({ job, kind, own }: JobState): RunKind {
  const verb = own ? kind : job?.verb
  return verb === 'spark_pipeline' ? 'spark_pipeline' : 'pipeline'
}

/** What the state becomes when the engine dies: whatever ran has ended, and nothing more will be said of it. */
export function afterDeath(state: JobState, error: ErrorPayload): JobState {
  const { job } = state
  if (job?.state !== 'running') return state
  const steps = job.steps.map((step) =>
    step.state === 'running' ? { ...step, state: 'failed' as const } : step,
  )
  return { ...state, job: { ...job, state: 'failed', steps, error } }
}
