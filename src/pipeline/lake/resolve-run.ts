import { CineError } from '../errors.ts'
import type { LakeLayout } from './layout.ts'
import { currentOrProblem } from './list-runs.ts'
import { nothingPublished } from './manifest.ts'
import type { Manifest } from './manifest-schema.ts'
import { previousWhole } from './previous.ts'
import { type RunRecord, readRuns, stateOf } from './run-record.ts'
import { type FileCheck, type VerifyOptions, verifyFiles } from './verify.ts'

/** A run as someone named it. */
export interface NamedRun {
  run_id: string
  record: RunRecord | null
  /** What it published; null for a run that did not. */
  manifest: Manifest | null
  /** What is published now; null when nothing is, or when CURRENT.json is damaged. */
  current: Manifest | null
}

/**
 * Finds a run by its id, the beginning of its id when no other begins so, `current` or `previous` (the latest
 * before the current one that is whole). Throws `RUN_UNKNOWN`, `RUN_AMBIGUOUS`, `NOTHING_PUBLISHED`, and for
 * `current` what `readManifest` says of a damaged one.
 */
export async function resolveRun(layout: LakeLayout, name: string): Promise<NamedRun> {
  const { manifest: current, problem } = await currentOrProblem(layout)
  const records = await readRuns(layout)
  const found = (run_id: string): NamedRun => {
    const record = records.get(run_id) ?? null
    const published = record && stateOf(record, current) === 'published' ? record.manifest : null
    return { run_id, record, manifest: current?.run_id === run_id ? current : published, current }
  }
  if (name === 'current') {
    if (problem) throw new CineError(problem.code, problem.message, { ...problem, hint: problem.hint ?? '' })
    if (!current) throw nothingPublished()
    return found(current.run_id)
  }
  if (name === 'previous') {
    const previous = await previousWhole(layout, current?.run_id ?? null)
    if (previous) return found(previous.run_id)
    if (!current && !problem) throw nothingPublished()
    throw new CineError('RUN_UNKNOWN', 'There is no run before the published one whose tables are kept.', {
      hint: '`cine runs list` lists the runs that there are; `cine etl --force` makes another one from raw/.',
    })
  }
  if (!current && !problem && records.size === 0) throw nothingPublished()
  const ids = [...new Set([...records.keys(), ...(current ? [current.run_id] : [])])]
  const matching = ids.includes(name) ? [name] : ids.filter((id) => id.startsWith(name))
  const [id] = matching
  if (id === undefined)
    throw new CineError('RUN_UNKNOWN', `There is no run ${JSON.stringify(name)} in this lake.`, {
      hint: '`cine runs list` lists the runs; `current` and `previous` name one too.',
      details: { run: name },
    })
  if (matching.length > 1)
    throw new CineError(
      'RUN_AMBIGUOUS',
      `${matching.length} runs begin with ${JSON.stringify(name)}: ${matching.slice(0, 5).join(', ')}${matching.length > 5 ? '…' : ''}.`,
      { hint: 'Give more of the id.', details: { run: name, matching } },
    )
  return found(id)
}

/** What a run published, its tables kept. Throws `RUN_NOT_PUBLISHED` or `RUN_PRUNED`. */
export function keptTables({ run_id, record, manifest }: NamedRun): Manifest {
  if (!manifest)
    throw new CineError('RUN_NOT_PUBLISHED', `Run ${run_id} was not published: it has no tables.`, {
      hint: '`cine runs list` tells which were.',
      details: { run_id, state: record?.state ?? null },
    })
  if (record?.pruned_at)
    throw new CineError('RUN_PRUNED', `The tables of run ${run_id} were removed on ${record.pruned_at}.`, {
      hint: 'Its files are still in raw/: `cine etl --force` makes tables of them again.',
      details: { run_id, pruned_at: record.pruned_at },
    })
  return manifest
}

/** Looks at every file of a run that is not necessarily the current one. Throws `RUN_DAMAGED`. */
export async function wholeFiles(
  layout: LakeLayout,
  manifest: Manifest,
  options: VerifyOptions,
): Promise<FileCheck[]> {
  const { run_id } = manifest
  const checks = await verifyFiles(layout, manifest, options)
  const bad = checks.filter((check) => check.problem !== null)
  const [first] = bad
  if (!first) return checks
  const more = bad.length > 1 ? `, and ${bad.length - 1} more of its files are damaged` : ''
  throw new CineError('RUN_DAMAGED', `A file of run ${run_id} ${first.problem}: ${first.path}${more}.`, {
    hint: '`cine runs list` lists the other runs; `cine etl --force` makes a new one from raw/.',
    details: { run_id, files: bad.map(({ path, problem }) => ({ path, problem })) },
  })
}

/** Does what reads the files of runs; when that fails for no known reason, looks whether a file is why. */
export async function readingFiles<T>(
  layout: LakeLayout,
  manifests: readonly Manifest[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof CineError))
      for (const manifest of manifests) await wholeFiles(layout, manifest, { full: true })
    throw error
  }
}
