/** Runs of the transform, here and on Spark. */
import { z } from 'zod'
import { startOptions } from './cluster-state.ts'
import { entry } from './entry.ts'
import { type Ingestion, ingestShape } from './ingest.ts'
import { hdfsFolderSchema, sparkMasterSchema } from './settings.ts'
import type { StepKey } from './steps.ts'

/** Rows of one source through a run: `rows_in = rows_out + rejected + merged`. */
export interface BalanceLine {
  source: string
  rows_in: number
  rows_out: number
  rejected: number
  merged: number
}

export interface TableCounts {
  films: { rows: number }
  reviews: { rows: number }
  people: { rows: number }
  rejects: { rows: number }
}

/** What runs the transform: DuckDB in this process, or a Spark. The result is the same. */
export type EngineName = 'local' | 'spark'

export interface RunResult {
  run_id: string
  /** `unchanged`: the same inputs, rules and options were already published as `run_id`. */
  status: 'published' | 'unchanged'
  engine: EngineName
  tables: TableCounts
  balance: BalanceLine[]
  /** What the checks of the result noted; errors would have stopped it. */
  warnings: Check[]
  /** What a run that had stopped before had finished, so that it was not done again: a whole step, or the
   * clean copies of the files named. */
  reused: { step: StepKey; files: string[] }[]
  seconds: number
  peak_rss_bytes: number
}

/** How a run's result, or a part of it, is: what the checks before every publication said. */
export interface Check {
  /** Stable, such as `FILM_ID_REPEATED`. */
  code: string
  /** An error stops publication; a warning is noted. */
  level: 'ok' | 'warning' | 'error'
  table: 'films' | 'reviews' | 'people' | 'rejects' | null
  /** The column, or the source of a check by source. */
  column: string | null
  /** What was measured, in the unit that the message says; null when it was not. */
  value: number | null
  message: string
}

/** A run on Spark. */
export interface SparkRunResult extends RunResult {
  /** Spark's own name of the job, `application_…` on YARN; null when nothing was to be done. */
  application_id: string | null
}

/** As `PipelineResult`, on the cluster. */
export interface SparkPipelineResult {
  ingestions: Ingestion[]
  run: RunResult
  application_id: string | null
}

/** What hands a run to Spark by hand. */
export interface SparkCommand {
  /** The program and its arguments. */
  command: string[]
  /** What it must find in its environment. */
  environment: Record<string, string>
  /** The address of the plan that it carries out. */
  plan: string
  /** The addresses that it writes the tables to. */
  outputs: Record<string, string>
}

export interface PipelineResult {
  ingestions: Ingestion[]
  run: RunResult
}

const runOptions = {
  /** Read only the first N rows of each file. */
  n_rows: z.int().min(1).optional(),
  /** Run even when the same inputs are already published. */
  force: z.boolean().default(false),
}

const sparkOptions = {
  ...runOptions,
  /** Else `SPARK_MASTER`, else YARN when the cluster runs, else this machine. */
  master: sparkMasterSchema.optional(),
  /** Folders on HDFS; naming one has Spark read and write there. Else `HDFS_RAW` and `HDFS_CURATED`. */
  raw_base_uri: hdfsFolderSchema.optional(),
  curated_base_uri: hdfsFolderSchema.optional(),
  /** A folder here that gets a copy of the tables. */
  local_mirror: z.string().min(1).optional(),
  /** Settings of Spark, which win over those chosen for the size of the input. */
  spark_conf: z
    .record(z.string().regex(/^spark\.[\w.-]{1,200}$/, 'it is no setting of Spark'), z.string().max(4000))
    .default({}),
  deploy_mode: z.enum(['client', 'cluster']).default('client'),
}

export const transformApi = {
  'etl.run': entry<RunResult>()(z.strictObject(runOptions)),
  'pipeline.run': entry<PipelineResult>()(
    z.strictObject({
      ...ingestShape,
      ...runOptions,
      /** Ingest the shipped demo dataset; refused (`DEMO_MIXED_LAKE`) when the lake holds other data. */
      demo: z.boolean().default(false),
    }),
  ),
  /** From files to published tables on the cluster, which is started when it does not run. */
  'spark.pipeline': entry<SparkPipelineResult>()(
    z.strictObject({ ...ingestShape, ...sparkOptions, ...startOptions }),
  ),
  'spark.etl': entry<SparkRunResult>()(z.strictObject(sparkOptions)),
  /** The command of such a run, its plan written; nothing is run. */
  'spark.command': entry<SparkCommand>()(z.strictObject(sparkOptions)),
} as const
