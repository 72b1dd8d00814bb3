import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunResult, Step, StepKey } from '../../api.ts'
import { type Duck, openDuck } from '../../duck/index.ts'
import { throwIfCancelled } from '../../errors.ts'
import type { LandedFile } from '../../lake/landed.ts'
import { type LakeLayout, utcStamp } from '../../lake/layout.ts'
import { type Manifest, newManifest, publishManifest, readCurrent } from '../../lake/manifest.ts'
import { workFolder } from '../../lake/runs-store.ts'
import { type SourceSpec, sourceById, sourcesOf } from '../../sources/index.ts'
import { duckdbDialect, rulesVersion, transformStatements } from '../../transform/index.ts'
import { balanceOf } from './balance.ts'
import { fingerprintOf, type Input, inputsOf, prepareInputs } from './inputs.ts'
import { createRawTables, loadInput } from './load.ts'
import { startRunLog, stepKeeper } from './run-log.ts'
import { writeTables } from './write-tables.ts'

export interface LocalOptions {
  /** Which command asked, for the run's record. */
  verb: string
  /** Read only the first N records of each file. */
  n_rows?: number
  /** Run even when the same inputs are already published. */
  force: boolean
  signal: AbortSignal
  onStep(key: StepKey, patch: Partial<Omit<Step, 'key' | 'seconds'>>): void
}

type Run = LocalOptions & { layout: LakeLayout; run_id: string; work: string; specs: readonly SourceSpec[] }

/** Of what this machine can still give, what a run leaves to the others. */
const MEMORY_SHARE = 0.6

/**
 * Transforms everything that has landed with DuckDB and publishes it; needs the writer's lock. Until the
 * manifest is replaced, at the very end, readers see the run before. Throws `NOTHING_LANDED`, `RAW_DAMAGED`,
 * `BALANCE_BROKEN`, `CANCELLED`, `DISK_FULL`, `OUT_OF_MEMORY`.
 */
export async function runLocal(layout: LakeLayout, options: LocalOptions): Promise<RunResult> {
  const started = performance.now()
  options.onStep('verify', { state: 'running', progress: 0 })
  const specs = await sourcesOf(layout)
  const landed = await inputsOf(layout, specs)
  const rules = rulesVersion(duckdbDialect())
  const fingerprint = fingerprintOf(landed, rules, options.n_rows)
  const current = options.force ? null : await published(layout)
  if (current?.fingerprint === fingerprint) {
    for (const key of ['verify', 'transform', 'publish'] as const)
      options.onStep(key, { state: key === 'verify' ? 'done' : 'unchanged', progress: 1 })
    return resultOf(current, 'unchanged', started)
  }

  const run_id = `${utcStamp(new Date())}-${randomBytes(3).toString('hex')}`
  const keeper = stepKeeper(['verify', 'transform', 'publish'])
  const run: Run = {
    ...options,
    layout,
    specs,
    run_id,
    work: workFolder(layout, run_id),
    onStep: (key, patch) => {
      keeper.note(key, patch)
      options.onStep(key, patch)
    },
  }
  const log = await startRunLog(layout, run_id, options.verb)
  run.onStep('verify', { state: 'running', progress: 0 })
  try {
    const result = await transform(run, landed)
    const manifest = newManifest({
      run_id,
      engine: 'local',
      published_at: new Date().toISOString(),
      seconds: secondsSince(started),
      n_rows: options.n_rows ?? null,
      rules_version: rules,
      fingerprint,
      ...result,
    })
    throwIfCancelled(options.signal)
    await log.publishing(manifest)
    await publishManifest(layout, manifest)
    run.onStep('publish', { state: 'done', progress: 1, rows: totalRows(manifest) })
    await log.published(keeper.steps)
    return resultOf(manifest, 'published', started)
  } catch (error) {
    await log.failed(error, keeper.steps)
    throw error
  } finally {
    await rm(run.work, { recursive: true, force: true })
  }
}

/** Null also when what is published is damaged: a new run mends it. */
async function published(layout: LakeLayout): Promise<Manifest | null> {
  return readCurrent(layout).catch(() => null)
}

async function transform(
  run: Run,
  landed: readonly LandedFile[],
): Promise<Pick<Manifest, 'tables' | 'balance' | 'inputs'>> {
  await mkdir(run.work, { recursive: true })
  const duck = await openDuck({
    memoryLimitBytes: process.availableMemory() * MEMORY_SHARE,
    tempDirectory: join(run.work, 'spill'),
  })
  try {
    const inputs = await prepareInputs(duck, landed, {
      work: run.work,
      specs: run.specs,
      n_rows: run.n_rows,
      signal: run.signal,
      onFile: (index) =>
        run.onStep('verify', { progress: index / landed.length, message: landed[index]?.file ?? null }),
    })
    const rows = inputs.reduce((sum, input) => sum + input.rows_in, 0)
    run.onStep('verify', { state: 'done', progress: 1, rows, message: null })
    await runStatements(run, duck, inputs)
    const balance = await balanceOf(duck, inputs)
    run.onStep('transform', { state: 'done', progress: 1, rows, message: null })
    run.onStep('publish', { state: 'running', progress: 0 })
    const tables = await writeTables(duck, run.layout, run.run_id, run.signal)
    return { tables, balance, inputs: inputs.map(inputOf) }
  } finally {
    duck.close()
  }
}

async function runStatements(run: Run, duck: Duck, inputs: readonly Input[]): Promise<void> {
  const statements = transformStatements(duckdbDialect())
  const total = inputs.length + statements.length
  let done = 0
  run.onStep('transform', { state: 'running', progress: 0, message: null })
  const next = async (message: string, work: (onProgress: (share: number) => void) => Promise<void>) => {
    run.onStep('transform', { progress: done / total, message })
    await work((share) => run.onStep('transform', { progress: (done + share) / total }))
    done++
  }
  await createRawTables(duck)
  for (const [landing, input] of inputs.entries())
    await next(input.landed.file, (onProgress) =>
      loadInput(duck, input, sourceById(input.landed.source, run.specs), landing, {
        signal: run.signal,
        onProgress,
      }),
    )
  for (const { name, sql } of statements)
    await next(name, (onProgress) => duck.run(sql, [], { signal: run.signal, onProgress }))
}

function inputOf({ landed, rows_in }: Input): Manifest['inputs'][number] {
  return { source: landed.source, path: landed.lake_path, sha256: landed.sha256, rows: rows_in }
}

function resultOf(manifest: Manifest, status: RunResult['status'], started: number): RunResult {
  const { run_id, engine, tables, balance } = manifest
  const rows = (table: keyof Manifest['tables']) => ({ rows: tables[table].rows })
  return {
    run_id,
    status,
    engine,
    tables: {
      films: rows('films'),
      reviews: rows('reviews'),
      people: rows('people'),
      rejects: rows('rejects'),
    },
    balance,
    seconds: secondsSince(started),
    // The system counts in KiB.
    peak_rss_bytes: process.resourceUsage().maxRSS * 1024,
  }
}

function totalRows({ tables }: Manifest): number {
  return Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
}

function secondsSince(started: number): number {
  return Math.round(performance.now() - started) / 1000
}
