import { mkdir } from 'node:fs/promises'
import type { BalanceLine, SparkRunResult } from '../../api.ts'
import type { RunOnHdfs } from '../../cluster/index.ts'
import { type Duck, list, openDuck } from '../../duck/index.ts'
import type { LakeLayout } from '../../lake/layout.ts'
import type { Manifest } from '../../lake/manifest.ts'
import type { SourceSpec } from '../../sources/index.ts'
import { sparkDialect } from '../../transform/index.ts'
import { checkReviews } from '../local/balance.ts'
import type { Input } from '../local/inputs.ts'
import { broken } from '../local/load.ts'
import { NOTE_NAMES, writeNote, writeTable } from '../local/write-tables.ts'
import { inputOf, type Landed, runOverLanded, withVerified } from '../over-landed.ts'
import type { Product, Run, RunOptions } from '../run.ts'
import { sparkConf } from './conf.ts'
import { withLines } from './multiline.ts'
import { hdfsPlace, localFolder, localPlace, type PlacedRun, type SparkPlace } from './place.ts'
import { SPARK_TABLES, type SparkInput, sparkPlan } from './plan.ts'
import { SparkProgress } from './progress.ts'
import { type SparkResult, type SparkSubmit, type SubmitOptions, submitJob } from './submit.ts'
import { adoptTable, parquetFiles } from './tables.ts'

export interface SparkRunOptions extends RunOptions {
  launcher: Pick<SparkSubmit, 'program' | 'env'>
  /** Such as `local[*]` or `yarn`. */
  master: string
  deploy_mode: SparkSubmit['deploy_mode']
  /** Settings of Spark that win over those chosen for the input's size. */
  conf: Readonly<Record<string, string>>
  /** Where Spark reads and writes; this machine's files when null. */
  hdfs: RunOnHdfs | null
  /** Ends the application of a job that is cancelled. */
  onCancel?: SubmitOptions['onCancel']
  /** What Spark wrote comes back, 0–1. */
  onFetch?: (share: number) => void
}

/**
 * Transforms everything that has landed with Spark and publishes it as any run, whichever file system Spark wrote it
 * to; needs the writer's lock. `application_id` is null when nothing was to be done. Throws what `runOverLanded` and
 * `submitJob` throw.
 */
export async function runSpark(layout: LakeLayout, options: SparkRunOptions): Promise<SparkRunResult> {
  let application_id: string | null = null
  const placeOf = (run: PlacedRun) => (options.hdfs ? hdfsPlace(run, options.hdfs) : localPlace(run))
  const result = await runOverLanded(layout, options, {
    name: 'spark',
    dialect: sparkDialect(),
    work: (run, landed) =>
      transform({ ...options, ...run }, placeOf(run), landed, (id) => {
        application_id = id
      }),
  })
  const { run_id, status } = result
  if (status === 'published') {
    // It is published here, whatever becomes of the copy there.
    await placeOf({ layout, run_id, work: layout.tmp, signal: options.signal })
      .published()
      .catch((error) =>
        options.onLog?.('warn', `The list of what is published is not on HDFS: ${String(error)}`),
      )
  }
  return { ...result, application_id }
}

async function transform(
  run: Run & SparkRunOptions,
  place: SparkPlace,
  landed: Landed,
  onApplication: (id: string) => void,
): Promise<Product> {
  await mkdir(run.work)
  const duck = await openDuck({ threads: 2 })
  try {
    return await withVerified(duck, run, landed, async ({ inputs, rows, prepared_before }) => {
      const { specs } = landed
      const rejects = await writeTable(duck, run.layout, run.run_id, 'rejects', run.signal)
      let failed = true
      try {
        const result = await submit(run, place, inputs, landed, onApplication)
        const balance = balanceOf(inputs, specs, result)
        const tables = await adopt(duck, run, place, rejects)
        await place.keep('rejects')
        checkReviews(balance, specs, tables.reviews.rows)
        run.onStep('transform', { state: 'done', progress: 1, rows, message: null })
        failed = false
        return { tables, balance, inputs: inputs.map(inputOf), prepared_before }
      } finally {
        // What cannot be removed now, because HDFS is gone, is listed by `cluster purge`.
        await place.tidy(failed).catch(() => {})
      }
    })
  } finally {
    duck.close()
  }
}

/** Writes the plan and has Spark carry it out. */
async function submit(
  run: Run & SparkRunOptions,
  place: SparkPlace,
  inputs: readonly Input[],
  landed: Landed,
  onApplication: (id: string) => void,
): Promise<SparkResult> {
  run.onStep('transform', { state: 'running', progress: 0, message: null })
  const planUri = await writePlan(run, place, inputs, landed)
  const progress = new SparkProgress(run)
  return submitJob(submission(run, inputs), [planUri], {
    signal: run.signal,
    onLog: (line) => run.onLog?.(/ (ERROR|FATAL) /.test(line) ? 'warn' : 'debug', line),
    written: place,
    onCancel: run.onCancel,
    onYarnState: (state) => progress.onYarnState(state),
    onMessage: (message) => {
      if (message.event === 'started') onApplication(message.application_id)
      progress.onMessage(message)
    },
  }).finally(() => progress.end())
}

/** The address of the run's plan, for Spark. */
export async function writePlan(
  run: Pick<SparkRunOptions, 'signal' | 'deploy_mode'>,
  place: SparkPlace,
  inputs: readonly Input[],
  landed: Pick<Landed, 'specs' | 'decisions'>,
): Promise<string> {
  const read: SparkInput[] = []
  for (const input of inputs)
    read.push({ ...(await withLines(input, run.signal)), uri: await place.input(input) })
  return place.plan(JSON.stringify(sparkPlan(read, landed, place, run.deploy_mode === 'cluster')))
}

/** How the job is handed to Spark. */
export function submission(
  {
    launcher,
    master,
    deploy_mode,
    conf,
  }: Pick<SparkRunOptions, 'launcher' | 'master' | 'deploy_mode' | 'conf'>,
  inputs: readonly Input[],
): SparkSubmit {
  const bytes = inputs.reduce((sum, input) => sum + input.landed.bytes, 0)
  const { program, env } = launcher
  return { program, env, master, deploy_mode, conf: sparkConf(bytes, master, conf) }
}

async function adopt(
  duck: Duck,
  run: Run & Pick<SparkRunOptions, 'onFetch'>,
  place: SparkPlace,
  rejects: Manifest['tables']['rejects'],
): Promise<Manifest['tables']> {
  const tables: Partial<Manifest['tables']> = { rejects }
  const names = [...SPARK_TABLES, ...NOTE_NAMES]
  for (const [index, name] of names.entries()) {
    run.onFetch?.(index / names.length)
    await place.fetch(name)
  }
  for (const table of SPARK_TABLES)
    tables[table] = await adoptTable(duck, run.layout, table, run.run_id, run.signal)
  for (const name of NOTE_NAMES)
    await duck.run(`CREATE TABLE ${name} AS SELECT * FROM read_parquet($1, hive_partitioning = false)`, [
      list(await parquetFiles(localFolder(run, name))),
    ])
  for (const name of NOTE_NAMES) await writeNote(duck, run.layout, run.run_id, name, run.signal)
  return tables as Manifest['tables']
}

/** Rows in = out + rejected + merged, for every source that landed. Throws `BALANCE_BROKEN`. */
function balanceOf(
  inputs: readonly Input[],
  specs: readonly SourceSpec[],
  { counts }: SparkResult,
): BalanceLine[] {
  return specs
    .map(({ id }) => {
      const own = inputs.filter((input) => input.landed.source === id)
      const line = {
        source: id,
        rows_in: own.reduce((sum, input) => sum + input.rows_in, 0),
        rows_out: counts[`rows_out ${id}`]?.rows ?? 0,
        rejected: own.reduce((sum, input) => sum + input.rejected, 0),
        merged: counts[`merged ${id}`]?.rows ?? 0,
      }
      if (line.rows_in !== line.rows_out + line.rejected + line.merged)
        throw broken(
          `The rows of ${id} do not add up: ${line.rows_in} in, ${line.rows_out} out, ` +
            `${line.rejected} rejected, ${line.merged} merged.`,
          null,
        )
      return line
    })
    .sort((one, other) => one.source.localeCompare(other.source))
}
