import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunResult } from '../../api.ts'
import { type Duck, type DuckOptions, fileList, openDuck } from '../../duck/index.ts'
import type { LakeLayout } from '../../lake/layout.ts'
import { duckLimits } from '../../settings/index.ts'
import { type SourceSpec, sourceById } from '../../sources/index.ts'
import { duckdbDialect, transformStatements } from '../../transform/index.ts'
import { inputOf, type Landed, runOverLanded, withVerified } from '../over-landed.ts'
import type { Product, Run, RunOptions } from '../run.ts'
import { balanceOf, checkReviews } from './balance.ts'
import type { Input } from './inputs.ts'
import { loadInput } from './load.ts'
import { isOutOfMemory, wantedMemory } from './memory.ts'
import { createRecords, recordFile, recordFiles, viewRecords } from './records.ts'
import { writeTables } from './write-tables.ts'

/** Of what this machine can still give, what a run leaves to the others. */
const MEMORY_SHARE = 0.6

/**
 * Transforms everything that has landed with DuckDB and publishes it; needs the writer's lock. Throws
 * `BALANCE_BROKEN`, `OUT_OF_MEMORY`, and what `runOverLanded` throws.
 */
export async function runLocal(layout: LakeLayout, options: RunOptions): Promise<RunResult> {
  return runOverLanded(layout, options, {
    name: 'local',
    dialect: duckdbDialect(),
    work: (run, landed) => transform(run, landed),
  })
}

/** Within the memory that it usually takes; again with all that can be had, where a step turns out to need more. */
async function transform(run: Run, landed: Landed): Promise<Product> {
  const bytes = landed.files.reduce((sum, file) => sum + file.bytes, 0)
  const most = await duckLimits(MEMORY_SHARE)
  const wanted = wantedMemory(bytes, run.threads ?? most.threads)
  const usual = await duckLimits(MEMORY_SHARE, process.env, wanted)
  const first = run.memory_bytes ?? usual.memoryLimitBytes
  await mkdir(run.work)
  try {
    return await transformWithin({ ...usual, memoryLimitBytes: first }, run, landed)
  } catch (error) {
    if (!isOutOfMemory(error) || first >= most.memoryLimitBytes) throw error
    await rm(run.work, { recursive: true, force: true })
    await mkdir(run.work)
    const product = await transformWithin(most, run, landed)
    // What it finds prepared is of the first attempt, not of a run that stopped.
    return { ...product, prepared_before: [] }
  }
}

async function transformWithin(limits: DuckOptions, run: Run, landed: Landed): Promise<Product> {
  const { files, specs } = landed
  const duck = await openDuck({
    ...limits,
    tempDirectory: join(run.work, 'spill'),
    // Which records come first in a file matters only where some are left out.
    settings: { preserve_insertion_order: String(run.n_rows !== undefined) },
    prepare: async (query) => {
      for (const { variable, paths } of recordFiles(run.work, specs, files))
        await query(`SET VARIABLE ${variable} = $1`, [fileList(paths)])
    },
    ...(run.threads === undefined ? {} : { threads: run.threads }),
  })
  try {
    return await withVerified(duck, run, landed, async ({ inputs, rows, prepared_before }) => {
      await runStatements(run, duck, inputs, specs)
      const balance = await balanceOf(duck, inputs, specs)
      const tables = await writeTables(duck, run.layout, run.run_id, run.signal)
      checkReviews(balance, specs, tables.reviews.rows)
      run.onStep('transform', { state: 'done', progress: 1, rows, message: null })
      return { tables, balance, inputs: inputs.map(inputOf), prepared_before }
    })
  } finally {
    duck.close()
  }
}

async function runStatements(
  run: Run,
  duck: Duck,
  inputs: readonly Input[],
  specs: readonly SourceSpec[],
): Promise<void> {
  const d = duckdbDialect()
  const statements = transformStatements(d, specs)
  // Writing the tables is the last part.
  const total = inputs.length + statements.length + 1
  let done = 0
  run.onStep('transform', { state: 'running', progress: 0, message: null })
  const next = async (message: string, work: (onProgress: (share: number) => void) => Promise<void>) => {
    run.onStep('transform', { progress: done / total, message })
    await work((share) => run.onStep('transform', { progress: (done + share) / total }))
    done++
  }
  await createRecords(duck, d, specs)
  for (const [landing, input] of inputs.entries())
    await next(input.landed.file, (onProgress) => {
      const spec = sourceById(input.landed.source, specs)
      const file = recordFile(run.work, spec, landing)
      return loadInput(duck, d, input, spec, landing, file, { signal: run.signal, onProgress })
    })
  await viewRecords(duck, specs)
  for (const { name, sql } of statements)
    await next(name, (onProgress) => duck.run(sql, [], { signal: run.signal, onProgress }))
}
