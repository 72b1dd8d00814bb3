/**
 * The contract's part on the cluster: HDFS, YARN and Spark. `api.ts` takes it in whole; read it there.
 * Sizes are in bytes, memory of YARN in MB (2^20), times as ISO 8601 UTC.
 */
import { z } from 'zod'
import { entry } from './api-entry.ts'

// ----------------------------------------------------------------------------------------------- doctor

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

export type DaemonName = (typeof DAEMON_NAMES)[number]

export interface Daemon {
  name: DaemonName
  /** `starting`: its process runs and does not answer yet. */
  state: 'running' | 'starting' | 'stopped'
  /** Null for a daemon that is not here, or that another user started. */
  pid: number | null
  /** What others connect to, and its REST interface; null when it is not known. */
  port: number | null
  http: string | null
  uptime_seconds: number | null
  /** Memory it really takes. */
  rss_bytes: number | null
  /** The file of its log; `cluster.log` reads it. Null for a daemon that is not ours. */
  log: string | null
}

export interface HdfsState {
  version: string
  safe_mode: boolean
  /** What the NameNode says is missing for safe mode to end. */
  safe_mode_message: string | null
  capacity_bytes: number
  used_bytes: number
  remaining_bytes: number
  live_datanodes: number
  dead_datanodes: number
  /** Files and folders. */
  files: number
  blocks: number
  missing_blocks: number
}

export interface YarnState {
  active_nodes: number
  unhealthy_nodes: number
  lost_nodes: number
  total_mb: number
  available_mb: number
  total_vcores: number
  available_vcores: number
  running_applications: number
  pending_applications: number
}

export interface ClusterStatus {
  cluster: 'own' | 'scripts' | 'remote'
  /** `running`: HDFS takes changes and YARN has a node; `partial`: some of it; `stopped`: none of it. */
  state: 'running' | 'partial' | 'stopped'
  /** Where our own cluster keeps its data, settings and logs. */
  home: string
  conf_dir: string
  default_fs: string | null
  webhdfs: string[]
  resource_managers: string[]
  daemons: Daemon[]
  /** Null when the NameNode does not answer. */
  hdfs: HdfsState | null
  /** Null when the ResourceManager does not answer. */
  yarn: YarnState | null
  /** The folders of the lake on HDFS. */
  raw: string
  curated: string
  /** What a `spark-submit` by hand needs in its environment. */
  environment: Record<string, string>
}

export interface ClusterUpResult {
  /** `unchanged`: everything ran already. */
  status: 'started' | 'unchanged'
  /** Daemons that this started. */
  started: DaemonName[]
  /** The name node was made new. */
  formatted: boolean
  /** Folders that this made, or whose rights it set. */
  folders: string[]
  seconds: number
  cluster: ClusterStatus
}

export interface ClusterDownResult {
  status: 'stopped' | 'unchanged'
  /** In the order they were stopped; `kill`: it did not end when asked to. */
  stopped: { name: DaemonName | 'container' | 'stray'; pid: number | null; how: 'term' | 'kill' }[]
  seconds: number
}

export interface ClusterLog {
  path: string
  /** The last ones, oldest first. */
  lines: string[]
}

// -------------------------------------------------------------------------------------------------- hdfs

export interface HdfsEntry {
  name: string
  path: string
  is_folder: boolean
  /** 0 for a folder. */
  bytes: number
  owner: string
  group: string
  /** Octal, such as `775`. */
  permission: string
  modified_at: string
}

export interface HdfsListing {
  path: string
  /** Null at the root. */
  parent: string | null
  /** By name. */
  entries: HdfsEntry[]
  /** True when there are more than the limit. */
  more: boolean
  /** What lies inside one of these may be removed by `cluster.remove`. */
  removable_inside: string[]
}

export interface PushedFile {
  /** Relative to `raw/`. */
  file: string
  hdfs_path: string
  bytes: number
  status: 'sent' | 'unchanged'
}

export interface PushResult {
  /** Where on HDFS, as an address. */
  base: string
  files: PushedFile[]
  bytes: number
  sent_bytes: number
  seconds: number
}

export interface FetchedFile {
  hdfs_path: string
  path: string
  bytes: number
  status: 'fetched' | 'unchanged'
}

export interface PullResult {
  folder: string
  files: FetchedFile[]
  bytes: number
  seconds: number
}

export interface HdfsRemoval {
  removed: string
}

// -------------------------------------------------------------------------------------------------- yarn

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

export interface PurgeItem {
  /** `local:` or `hdfs:` and the path. */
  id: string
  where: 'local' | 'hdfs'
  kind:
    | 'spark_staging'
    | 'unfinished_push'
    | 'unfinished_run'
    | 'temporary'
    | 'container'
    | 'old_log'
    | 'unfinished_install'
    | 'unfinished_format'
    | 'lost_blocks'
    | 'scratch'
  path: string
  bytes: number
  modified_at: string
}

export interface PurgeResult {
  /** What can go. */
  items: PurgeItem[]
  /** What went: none without `remove`. */
  removed: string[]
  failed: { id: string; error: string }[]
  freed_bytes: number
  /** Why HDFS was not looked at; null when it was. */
  hdfs_skipped: string | null
}

// -------------------------------------------------------------------------------------------------- jobs

/** The jobs of this part, told by events as every job. */
export type ClusterVerb =
  | 'cluster_install'
  | 'cluster_up'
  | 'cluster_init'
  | 'cluster_down'
  | 'cluster_push'
  | 'cluster_pull'
export type ClusterStepKey =
  | 'hadoop'
  | 'spark'
  | 'configure'
  | 'format'
  | 'start_hdfs'
  | 'safe_mode'
  | 'start_yarn'
  | 'folders'
  | 'stop_yarn'
  | 'stop_hdfs'
  | 'push'
  | 'pull'
  | 'spark_run'
  | 'mirror'

const DAEMON_NAMES = ['namenode', 'datanode', 'resourcemanager', 'nodemanager'] as const

const applicationId = z
  .string()
  .regex(/^application_\d{1,15}_\d{1,10}$/, 'It must be an id such as application_1700000000000_0001')
const hdfsPath = z.string().min(1).max(4000)
export const startOptions = {
  /** How long to wait for safe mode to end. */
  safe_mode_seconds: z.int().min(1).max(86_400).default(120),
}

export const clusterApi = {
  'cluster.doctor': entry<DoctorReport>()(z.strictObject({})),
  'cluster.install': entry<InstallResult>()(z.strictObject({})),
  'cluster.up': entry<ClusterUpResult>()(z.strictObject(startOptions)),
  /** As `up`, for a new HDFS: the one request that erases one, when it is told to. */
  'cluster.init': entry<ClusterUpResult>()(
    z.strictObject({
      ...startOptions,
      /** Erases the HDFS that is there, with everything in it. */
      force: z.boolean().default(false),
    }),
  ),
  'cluster.down': entry<ClusterDownResult>()(z.strictObject({})),
  'cluster.status': entry<ClusterStatus>()(z.strictObject({})),
  /** The last lines that a daemon wrote. */
  'cluster.log': entry<ClusterLog>()(
    z.strictObject({ daemon: z.enum(DAEMON_NAMES), lines: z.int().min(1).max(10_000).default(200) }),
  ),
  /** Sends what `raw/` holds and HDFS lacks, or holds differently. */
  'cluster.push': entry<PushResult>()(z.strictObject({})),
  'cluster.browse': entry<HdfsListing>()(
    z.strictObject({ path: hdfsPath.optional(), limit: z.int().min(1).max(10_000).default(1000) }),
  ),
  /** Brings a file or a folder of HDFS into a folder here. */
  'cluster.pull': entry<PullResult>()(z.strictObject({ path: hdfsPath, to: z.string().min(1) })),
  /** Removes from HDFS; the caller has asked first. */
  'cluster.remove': entry<HdfsRemoval>()(
    z.strictObject({ path: hdfsPath, recursive: z.boolean().default(false), confirmed: z.literal(true) }),
  ),
  /** What YARN runs and ran, the latest first. */
  'cluster.applications': entry<{ applications: YarnApplication[] }>()(
    z.strictObject({
      /** Only those that are not over. */
      open: z.boolean().default(false),
      limit: z.int().min(1).max(1000).default(50),
    }),
  ),
  /** One of them, with the cause of its failure and the end of its logs. */
  'cluster.application': entry<ApplicationDetail>()(
    z.strictObject({ id: applicationId, lines: z.int().min(1).max(10_000).default(100) }),
  ),
  /** Lists what was left behind by work that is over; with `remove`, removes it, or the `ids` of it. */
  'cluster.purge': entry<PurgeResult>()(
    z.strictObject({
      remove: z.boolean().default(false),
      ids: z.array(z.string().max(5000)).max(10_000).optional(),
    }),
  ),
  'cluster.kill': entry<{ application: YarnApplication }>()(z.strictObject({ id: applicationId })),
} as const
