import { createHash } from 'node:crypto'
import type { RunResult } from '../api.ts'
import { settledMatches } from '../contributions/index.ts'
import type { Duck } from '../duck/index.ts'
import type { LandedFile } from '../lake/landed.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { byTrust, narrowed, type SourceSpec, sourcesOf } from '../sources/index.ts'
import { type Dialect, type MatchDecision, rulesVersion, statementsVersion } from '../transform/index.ts'
import { fingerprintOf, type Input, inputsOf, prepareInputs } from './local/inputs.ts'
import { type Product, type Run, type RunOptions, runTransform, type Transform } from './run.ts'

/** What has landed and is known, as an engine is given it. */
export interface Landed {
  files: readonly LandedFile[]
  specs: readonly SourceSpec[]
  /** What was settled by hand of which films are one. */
  decisions: readonly MatchDecision[]
}

/** Everything that has landed, with what is known of it. Throws `NOTHING_LANDED`, `RAW_DAMAGED`. */
export async function landedIn(layout: LakeLayout): Promise<Landed> {
  const known = await sourcesOf(layout)
  const files = await inputsOf(layout, known)
  return { files, specs: usedSources(known, files), decisions: await settledMatches(layout) }
}

/** What is known of the sources that landed, as far as their files go, the one that is believed most first. */
function usedSources(specs: readonly SourceSpec[], landed: readonly LandedFile[]): SourceSpec[] {
  const headers = (spec: SourceSpec) =>
    landed.filter((file) => file.source === spec.id).map((file) => file.columns)
  return byTrust(specs)
    .filter((spec) => headers(spec).length > 0)
    .map((spec) => narrowed(spec, headers(spec)))
}

/** A hash of each layout that is used, as it is known: not as far as the files of this run go. */
async function layoutsOf(layout: LakeLayout, { specs }: Landed): Promise<Record<string, string>> {
  const known = (await sourcesOf(layout)).filter(({ id }) => specs.some((spec) => spec.id === id))
  const hash = (spec: SourceSpec) =>
    createHash('sha256').update(JSON.stringify(spec)).digest('hex').slice(0, 16)
  return Object.fromEntries(known.map((spec) => [spec.id, hash(spec)]))
}

/** Runs an engine over everything that has landed. Throws what `landedIn` and `runTransform` throw. */
export async function runOverLanded(
  layout: LakeLayout,
  options: RunOptions,
  engine: {
    name: Transform['engine']
    dialect: Dialect
    work(run: Run, landed: Landed): Promise<Product>
  },
): Promise<RunResult> {
  options.onStep('verify', { state: 'running', progress: 0 })
  const landed = await landedIn(layout)
  const statements = statementsVersion(engine.dialect, landed.specs, landed.decisions)
  return runTransform(layout, options, {
    engine: engine.name,
    rules_version: rulesVersion(),
    layouts: await layoutsOf(layout, landed),
    fingerprint: fingerprintOf(landed.files, landed.specs, statements, options.n_rows),
    work: (run) => engine.work(run, landed),
  })
}

/** Inputs that were verified: their records without a fault, and how many records there were. */
export interface Verified {
  inputs: readonly Input[]
  rows: number
  prepared_before: string[]
}

/**
 * The step `verify`, whose rejects go into a table of `duck`, then `work`. Ends only when what another run could use
 * of the check is on the disk, however the work ended.
 */
export async function withVerified<T>(
  duck: Duck,
  run: Run,
  { files, specs }: Landed,
  work: (verified: Verified) => Promise<T>,
): Promise<T> {
  run.onStep('verify', { state: 'running', progress: 0 })
  const { inputs, prepared_before, noted } = await prepareInputs(duck, run.layout, files, {
    specs,
    n_rows: run.n_rows,
    signal: run.signal,
    onFile: (index) =>
      run.onStep('verify', { progress: index / files.length, message: files[index]?.file ?? null }),
  })
  try {
    const rows = inputs.reduce((sum, input) => sum + input.rows_in, 0)
    run.onStep('verify', { state: 'done', progress: 1, rows, message: foundBefore(prepared_before) })
    return await work({ inputs, rows, prepared_before })
  } finally {
    await noted
  }
}

function foundBefore(files: readonly string[]): string | null {
  return files.length === 0 ? null : `prepared before the run stopped: ${files.join(', ')}`
}

/** An input, as a run's manifest names it. */
export function inputOf({ landed, rows_in }: Input): Product['inputs'][number] {
  return { source: landed.source, path: landed.lake_path, sha256: landed.sha256, rows: rows_in }
}
