import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BalanceLine, RunResult } from '../../api.ts'
import { type Duck, list, openDuck } from '../../duck/index.ts'
import { writeFileAtomic } from '../../lake/atomic.ts'
import type { LandedFile } from '../../lake/landed.ts'
import type { LakeLayout } from '../../lake/layout.ts'
import type { Manifest } from '../../lake/manifest.ts'
import { tableFolder } from '../../lake/run-folders.ts'
import { type SourceSpec, sourcesOf } from '../../sources/index.ts'
import { rulesVersion, sparkDialect } from '../../transform/index.ts'
import { fingerprintOf, type Input, inputsOf, prepareInputs } from '../local/inputs.ts'
import { broken } from '../local/load.ts'
import { inputOf, usedSources } from '../local/run-local.ts'
import { NOTE_NAMES, writeNotes, writeTable } from '../local/write-tables.ts'
import { type Product, type Run, type RunOptions, runTransform } from '../run.ts'
import { withLines } from './multiline.ts'
import { SPARK_TABLES, sparkPlan } from './plan.ts'
import { type SparkResult, type SparkSubmit, submitJob } from './submit.ts'
import { adoptTable, parquetFiles } from './tables.ts'

export interface SparkRunOptions extends RunOptions {
  submit: SparkSubmit
  /** Each line of Spark's own log. */
  onLog(line: string): void
}

/**
 * Transforms everything that has landed with a Spark that sees this machine's files, and publishes it as any run;
 * needs the writer's lock. Throws what `runTransform` and `submitJob` throw.
 */
export async function runSpark(layout: LakeLayout, options: SparkRunOptions): Promise<RunResult> {
  options.onStep('verify', { state: 'running', progress: 0 })
  const known = await sourcesOf(layout)
  const landed = await inputsOf(layout, known)
  const specs = usedSources(known, landed)
  const rules_version = rulesVersion(sparkDialect(), specs)
  return runTransform(layout, options, {
    engine: 'spark',
    rules_version,
    fingerprint: fingerprintOf(landed, specs, rules_version, options.n_rows),
    work: (run) => transform({ ...options, ...run }, landed, specs),
  })
}

async function transform(
  run: Run & SparkRunOptions,
  landed: readonly LandedFile[],
  specs: readonly SourceSpec[],
): Promise<Product> {
  run.onStep('verify', { state: 'running', progress: 0 })
  await mkdir(run.work)
  const duck = await openDuck({ threads: 2 })
  try {
    const { inputs, prepared_before, noted } = await prepareInputs(duck, run.layout, landed, {
      specs,
      n_rows: run.n_rows,
      signal: run.signal,
      onFile: (index) =>
        run.onStep('verify', { progress: index / landed.length, message: landed[index]?.file ?? null }),
    })
    try {
      const rows = inputs.reduce((sum, input) => sum + input.rows_in, 0)
      run.onStep('verify', { state: 'done', progress: 1, rows, message: null })
      const rejects = await writeTable(duck, run.layout, run.run_id, 'rejects', run.signal)
      const result = await submit(run, inputs, specs)
      const balance = balanceOf(inputs, specs, result)
      const tables = await adopt(duck, run, rejects)
      run.onStep('transform', { state: 'done', progress: 1, rows, message: null })
      return { tables, balance, inputs: inputs.map(inputOf), prepared_before }
    } finally {
      await noted
    }
  } finally {
    duck.close()
  }
}

/** Writes the plan and has Spark carry it out, into the run's own folders. */
async function submit(
  run: Run & SparkRunOptions,
  inputs: readonly Input[],
  specs: readonly SourceSpec[],
): Promise<SparkResult> {
  run.onStep('transform', { state: 'running', progress: 0, message: null })
  const read = []
  for (const input of inputs) read.push(await withLines(input, run.signal))
  const plan = sparkPlan(read, specs, {
    inputUri: ({ path }) => pathToFileURL(path).href,
    outputUri: (name) => pathToFileURL(outputFolder(run, name)).href,
    scratchUri: pathToFileURL(join(run.work, 'scratch')).href,
  })
  const path = join(run.work, 'plan.json')
  await writeFileAtomic(path, JSON.stringify(plan))
  return submitJob(run.submit, pathToFileURL(path).href, {
    signal: run.signal,
    onLog: run.onLog,
    onMessage: (message) => {
      if (message.event === 'statement')
        run.onStep('transform', { progress: message.done / message.total, message: message.name })
    },
  })
}

/** Tables go to where they stay, notes to the run's scratch folder. */
const outputFolder = (run: Run, name: string) =>
  SPARK_TABLES.some((table) => table === name)
    ? tableFolder(run.layout, name, run.run_id)
    : join(run.work, name)

async function adopt(
  duck: Duck,
  run: Run,
  rejects: Manifest['tables']['rejects'],
): Promise<Manifest['tables']> {
  const tables: Partial<Manifest['tables']> = { rejects }
  for (const table of SPARK_TABLES)
    tables[table] = await adoptTable(duck, run.layout, table, run.run_id, run.signal)
  for (const name of NOTE_NAMES)
    await duck.run(`CREATE TABLE ${name} AS SELECT * FROM read_parquet($1, hive_partitioning = false)`, [
      list(await parquetFiles(outputFolder(run, name))),
    ])
  await writeNotes(duck, run.layout, run.run_id, run.signal)
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
