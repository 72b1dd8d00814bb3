import type { EngineEvent, Job, JobLogLine, PipelineResult } from '../../pipeline/api.ts'
import type { ErrorPayload } from '../../pipeline/errors.ts'

/** On this machine, or on the cluster. */
export type RunKind = 'pipeline' | 'spark_pipeline'

export type LogLine = Pick<JobLogLine, 'kind' | 'level' | 'at' | 'message'>
type StepName = Job['steps'][number]['key']

/** The last job that any client of the engine started, and what is known of the one started here. */
export interface JobState {
  job: Job | null
  /** What each step said. */
  logs: Partial<Record<StepName, readonly LogLine[]>>
  /** What was said while no step ran. */
  log: readonly LogLine[]
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
  logs: {},
  log: [],
  kind: 'pipeline',
  own: null,
  cancelling: false,
  outcome: null,
  failure: null,
}

/** Of each step. */
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
      ? { ...state, job: event.job, logs: {}, log: [], outcome: null, failure: null }
      : { ...state, job: event.job }
  }
  if (event.type === 'log' && event.job_id === state.job?.job_id) {
    const { step, kind, level, at, message } = event
    const line = { kind, level, at, message }
    return step === null
      ? { ...state, log: withLine(state.log, line) }
      : { ...state, logs: { ...state.logs, [step]: withLine(state.logs[step] ?? [], line) } }
  }
  return state
}

/** Of too many lines the oldest detail goes first: Spark says much, and little of it matters. */
function withLine(lines: readonly LogLine[], line: LogLine): readonly LogLine[] {
  if (lines.length < LOG_LINES) return [...lines, line]
  const at = Math.max(
    0,
    lines.findIndex(({ level }) => level === 'debug'),
  )
  return [...lines.slice(0, at), ...lines.slice(at + 1), line]
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
