/** What may be set for a user of this machine, whatever the lake. */
import { z } from 'zod'
import type { ErrorPayload } from '../errors.ts'
import { entry } from './entry.ts'

export const hdfsFolderSchema = z
  .string()
  .max(1000)
  .regex(
    /^(hdfs:\/\/[^\s/]+)?(\/[^\s/]+)+\/?$/,
    'it is no folder such as /datalake/raw or hdfs://HOST:8020/datalake/raw',
  )

/** What may be set for a user of this machine, whatever the lake; null goes back to the default. */
export const sparkMasterSchema = z
  .string()
  .max(500)
  .regex(
    /^(yarn|local(\[[\d*,]+\])?|(spark|k8s):\/\/[^\s]+)$/,
    'it is none of yarn, local[N], spark://HOST:PORT, k8s://ADDRESS',
  )

const settingsShape = {
  /** What DuckDB may hold in memory, for a run and for reading each. */
  memory_bytes: z
    .int()
    .min(256 * 2 ** 20)
    .max(2 ** 50)
    .nullable()
    .optional(),
  threads: z.int().min(1).max(1024).nullable().optional(),
  /** Folders on HDFS: `/datalake/raw`, or with the cluster they are on, `hdfs://host:8020/datalake/raw`. */
  hdfs_raw: hdfsFolderSchema.nullable().optional(),
  hdfs_curated: hdfsFolderSchema.nullable().optional(),
  spark_master: sparkMasterSchema.nullable().optional(),
}

export const settingsSchema = z.strictObject(settingsShape)

export type SettingName = keyof typeof settingsShape

export interface Setting<Value> {
  /** What holds; null: as the machine, or the cluster, has it. */
  value: Value | null
  from: 'environment' | 'saved' | 'default'
  /** What was saved here, also when the environment says otherwise. */
  saved: Value | null
  default: Value | null
  /** The variable of the environment that wins over what is saved. */
  variable: string
}

export interface SettingsInfo {
  /** The file that they are kept in. */
  path: string
  /** What of it, or of the environment, makes no sense, and is passed over. */
  problems: ErrorPayload[]
  settings: {
    memory_bytes: Setting<number>
    threads: Setting<number>
    hdfs_raw: Setting<string>
    hdfs_curated: Setting<string>
    spark_master: Setting<string>
  }
  /** What there is to be had. */
  machine: { memory_bytes: number; threads: number }
  /** Where the Kaggle token was found, never the token; null when there is none. */
  kaggle: { from: string | null; problem: ErrorPayload | null }
}

export const settingsApi = {
  'settings.get': entry<SettingsInfo>()(z.strictObject({})),
  /** Changes what is named, and leaves the rest. */
  'settings.set': entry<SettingsInfo>()(settingsSchema),
  /** The token that the window keeps in the system's key store, for this process only; null forgets it. */
  'kaggle.token': entry<Record<string, never>>()(
    z.strictObject({ token: z.string().min(1).max(5000).nullable() }),
  ),
} as const
