/** Files on HDFS. Sizes are in bytes. */

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
