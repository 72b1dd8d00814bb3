/** Applications of YARN. Its memory is in MB (2^20). */

export interface YarnApplication {
  /** `application_…`. */
  id: string
  name: string
  user: string
  queue: string
  /** Such as `SPARK`. */
  type: string
  state: 'NEW' | 'NEW_SAVING' | 'SUBMITTED' | 'ACCEPTED' | 'RUNNING' | 'FINISHED' | 'FAILED' | 'KILLED'
  final_status: 'UNDEFINED' | 'SUCCEEDED' | 'FAILED' | 'KILLED'
  /** 0–1, as the application tells it. */
  progress: number
  started_at: string
  finished_at: string | null
  seconds: number
  /** What YARN says of its state; empty when it says nothing. */
  diagnostics: string
  /** Its own page, through YARN. */
  tracking_url: string | null
  containers: number
  memory_mb: number
  vcores: number
}

/** A cause of failure, read out of logs. */
export interface Diagnosis {
  code: string
  /** One sentence. */
  message: string
  /** What to do next. */
  hint: string
  /** The line that it was read from. */
  evidence: string
}

export interface ContainerLog {
  container_id: string
  /** The one that runs the application itself, and with it the driver in cluster mode. */
  is_master: boolean
  files: { name: string; bytes: number; lines: string[] }[]
}

export interface ApplicationDetail {
  application: YarnApplication
  /** Why it failed; null when it did not, or when its logs do not say. */
  cause: Diagnosis | null
  containers: ContainerLog[]
  /** Why there are no logs, when there are none. */
  logs_missing: string | null
}

// ------------------------------------------------------------------------------------------------- purge
