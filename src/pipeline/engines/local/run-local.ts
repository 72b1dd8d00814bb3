import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunResult } from '../../api.ts'
import { type Duck, type DuckOptions, fileList, openDuck } from '../../duck/index.ts'
import type { LakeLayout } from '../../lake/layout.ts'
import type { Manifest } from '../../lake/manifest.ts'
import { duckLimits } from '../../settings/index.ts'
import { duckdbDialect } from '../../transform/index.ts'
import { inputOf, type Landed, runOverLanded, withVerified } from '../over-landed.ts'
import type { Product, Run, RunOptions } from '../run.ts'
import { balanceOf, checkReviews } from './balance.ts'
import { runInOrder } from './in-order.ts'
import type { Input } from './inputs.ts'
import { isOutOfMemory, wantedMemory } from './memory.ts'
import { createRecords, recordFiles } from './records.ts'
import { transformTasks } from './tasks.ts'

/** Of what this machine can still give, what a run leaves to the others. */
const MEMORY_SHARE = 0.6
/** How many statements share the memory: enough to keep the threads busy. */
const SIDE_BY_SIDE = 2

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
      const tables = await runTasks(run, duck, limits.threads, inputs, landed)
      const balance = await balanceOf(duck, inputs, specs)
      checkReviews(balance, specs, tables.reviews.rows)
      run.onStep('transform', { state: 'done', progress: 1, rows, message: null })
      return { tables, balance, inputs: inputs.map(inputOf), prepared_before }
    })
  } finally {
    duck.close()
  }
}

async function runTasks(
  run: Run,
  duck: Duck,
  threads: number | undefined,
  inputs: readonly Input[],
  landed: Landed,
): Promise<Manifest['tables']> {
  run.onStep('transform', { state: 'running', progress: 0, message: null })
  await createRecords(duck, duckdbDialect(), landed.specs)
  const { tasks, tables } = transformTasks({ duck, ...run }, inputs, landed)
  await runInOrder(tasks, {
    atOnce: Math.min(run.threads ?? threads ?? 1, SIDE_BY_SIDE),
    signal: run.signal,
    onProgress: (progress, began) =>
      run.onStep('transform', began === undefined ? { progress } : { progress, message: began }),
  })
  return tables as Manifest['tables']
}
