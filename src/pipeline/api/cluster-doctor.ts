/** What the machine has for a cluster, and its installation. */

export type CheckId =
  | 'platform'
  | 'java'
  | 'python'
  | 'maven'
  | 'hadoop'
  | 'spark'
  | 'conf_dir'
  | 'default_fs'
  | 'ports'
  | 'memory'
  | 'disk'

export interface DoctorCheck {
  id: CheckId
  level: 'ok' | 'warning' | 'error'
  /** What is wrong, stable; null when nothing is. */
  code: string | null
  /** One sentence. */
  message: string
  /** What to do about it, in words; null when nothing is to be done. */
  hint: string | null
  /** The command that mends it, to be pasted into a terminal; null when no single one does. */
  fix: string | null
  /** Figures and paths: `version`, `path`, `found_by` (`environment`, `path`, `cache`), `setting`… */
  details: Record<string, unknown>
}

export interface DoctorReport {
  /** True when no check ends in an error. */
  ok: boolean
  /** Which cluster the commands work on: ours, the user's own here, or one that runs elsewhere; null
   * when the settings that name it cannot be read. */
  cluster: 'own' | 'scripts' | 'remote' | null
  checks: DoctorCheck[]
}

// ----------------------------------------------------------------------------------------------- install

export interface InstalledPart {
  path: string
  version: string
  /** What it takes on the disk; 0 for one of the user's own. */
  bytes: number
  /** `yours`: `HADOOP_HOME` or `SPARK_HOME` names one, nothing was installed. */
  status: 'installed' | 'unchanged' | 'yours'
}

export interface InstallResult {
  hadoop: InstalledPart
  spark: InstalledPart
  seconds: number
}

// ------------------------------------------------------------------------------------- start, state, stop
