import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { LogLevel, RunResult, Step, StepKey } from '../api.ts'
import { CineError, throwIfCancelled } from '../errors.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { type Manifest, publishManifest, readCurrent, totalRows } from '../lake/manifest.ts'
import { newManifest } from '../lake/manifest-schema.ts'
import { nextRunId, workFolder } from '../lake/run-folders.ts'
import { assertSameLake } from '../lake/writer.ts'
import { checkResult } from '../quality/index.ts'
import { discardPrepared } from './prepared.ts'
import { type Finished, finishedBefore } from './resume.ts'
import { checksFailed, keepsWork, type RunLog, startRunLog, stepKeeper } from './run-log.ts'
import { resultOf } from './run-result.ts'

type StepPatch = Partial<Omit<Step, 'key' | 'seconds'>>

export interface RunOptions {
  /** Which command asked, for the run's record. */
  verb: string
  /** Read only the first N records of each file. */
  n_rows?: number
  /** Run, from the beginning, even when the same inputs are already published. */
  force: boolean
  /** Threads of the engine; its own choice when left out. The result does not depend on it. */
  threads?: number
  /** What the engine may hold in memory, unless a step needs more; by the size of the files when left out. */
  memory_bytes?: number
  signal: AbortSignal
  onStep(key: StepKey, patch: StepPatch): void
  /** Each line of what the engine has to say beside its steps. */
  onLog?(level: LogLevel, message: string): void
}

/** A run as its engine sees it. */
export interface Run extends RunOptions {
  layout: LakeLayout
  run_id: string
  /** A folder for what nobody needs afterwards; made by whoever needs it. */
  work: string
}

/** What an engine has made: tables that are whole, under the run's own `run_id=`, flushed to the disk. */
export type Product = Pick<Manifest, 'tables' | 'balance' | 'inputs'> & {
  /** Names of the files whose clean copy was found finished. */
  prepared_before: string[]
}

/** One way to run the transform. */
export interface Transform {
  engine: Manifest['engine']
  rules_version: string
  /** A hash of each layout that is used, by source. */
  layouts: Record<string, string>
  /** The same inputs, rules and options have the same one. */
  fingerprint: string
  /** Does the steps `verify` and `transform`. */
  work(run: Run): Promise<Product>
}

/**
 * Runs a transform, checks its result and publishes it; needs the writer's lock. Until the manifest is
 * replaced, at the very end, readers see the run before. When the run before stopped after its transform with
 * the same inputs, rules and options, goes on from there. Throws `CHECKS_FAILED`, `CANCELLED`, `DISK_FULL`,
 * `LAKE_GONE`, and what the transform throws.
 */
export async function runTransform(
  layout: LakeLayout,
  options: RunOptions,
  transform: Transform,
): Promise<RunResult> {
  const started = performance.now()
  const before = await published(layout)
  if (!options.force && before?.fingerprint === transform.fingerprint) {
    for (const key of STEPS)
      options.onStep(key, { state: key === 'verify' ? 'done' : 'unchanged', progress: 1 })
    return resultOf(before, { status: 'unchanged', started, reused: [] })
  }

  const finished = await finishedBefore(layout, options, transform.fingerprint)
  const run_id = finished?.run_id ?? (await nextRunId(layout, randomBytes(3).toString('hex')))
  const keeper = stepKeeper(STEPS)
  const run: Run = {
    ...options,
    layout,
    run_id,
    work: workFolder(layout, run_id),
    onStep: (key, patch) => {
      keeper.note(key, patch)
      log.step(key, patch)
      options.onStep(key, patch)
    },
    onLog: (level, message) => {
      log.line(keeper.running(), level, message)
      options.onLog?.(level, message)
    },
  }
  const log = await startRunLog(layout, run_id, options.verb, finished)
  try {
    const { product, reused } = finished ? goOn(run, finished) : await transformed(run, transform)
    if (!finished) await log.transformed(product, keeper.steps)
    const manifest = await publish(run, log, product, before, started)
    await log.published(keeper.steps)
    await discardPrepared(layout)
    return resultOf(manifest, { status: 'published', started, reused })
  } catch (error) {
    // Another lake in the place of ours must not be tidied up.
    await assertSameLake(layout, error)
    await log.failed(error, keeper.steps)
    if (!keepsWork(error)) await discardPrepared(layout).catch(() => {})
    throw error
  } finally {
    await rm(run.work, { recursive: true, force: true })
  }
}

const STEPS = ['verify', 'transform', 'publish'] as const
/** What is only known when it is published. */
const UNKNOWN_YET = { published_at: '', republished_at: null, seconds: 0, checks: [], compared_with: null }

/** A result before it is checked and published, and what of it was there already. */
interface Transformed {
  product: Manifest
  reused: RunResult['reused']
}

async function transformed(run: Run, transform: Transform): Promise<Transformed> {
  const { prepared_before, ...made } = await transform.work(run)
  const { engine, rules_version, layouts, fingerprint } = transform
  const { run_id, n_rows = null } = run
  return {
    product: newManifest({
      ...UNKNOWN_YET,
      run_id,
      engine,
      n_rows,
      rules_version,
      layouts,
      fingerprint,
      ...made,
    }),
    reused: prepared_before.length > 0 ? [{ step: 'verify', files: prepared_before }] : [],
  }
}

function goOn(run: Run, { manifest }: Finished): Transformed {
  const done = ['verify', 'transform'] as const
  for (const key of done)
    run.onStep(key, { state: 'unchanged', progress: 1, message: 'done before the run stopped' })
  return { product: manifest, reused: done.map((step) => ({ step, files: [] })) }
}

async function publish(
  run: Run,
  log: RunLog,
  product: Manifest,
  before: Manifest | null,
  started: number,
): Promise<Manifest> {
  run.onStep('publish', { state: 'running', progress: 0 })
  const { checks, nulls } = await checkResult(run.layout, product, before, run.signal)
  const errors = checks.filter((check) => check.level === 'error')
  if (errors.length > 0) {
    log.refused(checks)
    throw checksFailed(errors)
  }
  throwIfCancelled(run.signal)
  const manifest: Manifest = {
    ...product,
    tables: withNulls(product, nulls),
    checks,
    compared_with: before?.run_id ?? null,
    seconds: Math.round(performance.now() - started) / 1000,
    published_at: new Date().toISOString(),
  }
  await log.publishing(manifest)
  await publishManifest(run.layout, manifest)
  run.onStep('publish', { state: 'done', progress: 1, rows: totalRows(manifest) })
  return manifest
}

/** Null also when what is published is damaged: a new run mends it. */
async function published(layout: LakeLayout): Promise<Manifest | null> {
  const mended = ['MANIFEST_DAMAGED', 'TABLE_MISSING', 'TABLE_ALTERED']
  return readCurrent(layout).catch((error) => {
    if (error instanceof CineError && mended.includes(error.code)) return null
    throw error
  })
}

type Tables = Manifest['tables']

function withNulls({ tables }: Manifest, nulls: Record<keyof Tables, Record<string, number>>): Tables {
  return {
    films: { ...tables.films, nulls: nulls.films },
    reviews: { ...tables.reviews, nulls: nulls.reviews },
    people: { ...tables.people, nulls: nulls.people },
    rejects: { ...tables.rejects, nulls: nulls.rejects },
  }
}
