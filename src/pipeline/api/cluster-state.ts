/** Daemons: started, watched, stopped. */
import { z } from 'zod'

export const DAEMON_NAMES = ['namenode', 'datanode', 'resourcemanager', 'nodemanager'] as const

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
  /** Whether what our own cluster is started with is there; of another one, true. */
  installed: boolean
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

export const startOptions = {
  /** How long to wait for safe mode to end. */
  safe_mode_seconds: z.int().min(1).max(86_400).default(120),
}
