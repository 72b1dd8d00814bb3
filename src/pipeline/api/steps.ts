/** A job and its steps: what runs, how far it is, and how it ended. */
import type { ErrorPayload } from '../errors.ts'
import type { ClusterStepKey, ClusterVerb } from './cluster-state.ts'

export type StepKey = 'receive' | 'verify' | 'transform' | 'publish'

export type StepState = 'waiting' | 'running' | 'done' | 'unchanged' | 'failed' | 'cancelled'

export interface Step {
  key: StepKey | ClusterStepKey
  state: StepState
  /** 0–1, or null while it cannot be told. */
  progress: number | null
  rows: number | null
  seconds: number | null
  message: string | null
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

export interface JobLogLine {
  job_id: string
  /** The step that it is about; null for what is said of none. */
  step: Step['key'] | null
  /** `state`: the step has the state `message`; `progress`: it is at `message`; `line`: what something said that it runs. */
  kind: 'state' | 'progress' | 'line'
  level: LogLevel
  /** ISO 8601. */
  at: string
  message: string
}

export interface Job {
  job_id: string
  verb: 'ingest' | 'etl' | 'pipeline' | 'spark_etl' | 'spark_pipeline' | ClusterVerb
  state: 'running' | 'done' | 'failed' | 'cancelled'
  started_at: string
  seconds: number
  /** 0–1 over all steps, weighted so that it moves evenly. */
  progress: number
  steps: Step[]
  error: ErrorPayload | null
}
