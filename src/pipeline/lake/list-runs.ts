import type { FailedRun, RunList, RunSummary } from '../api.ts'
import { CineError, toPayload } from '../errors.ts'
import type { LakeLayout } from './layout.ts'
import { readManifest } from './manifest.ts'
import type { Manifest } from './manifest-schema.ts'
import { type RunRecord, type RunState, readRuns, stateOf } from './run-record.ts'
import { TABLE_NAMES } from './schema.ts'
import { resumable } from './settle.ts'

/** Every run, the latest first: those that were published, and those that were not. */
export async function listRuns(layout: LakeLayout): Promise<RunList> {
  const { manifest: current, problem } = await currentOrProblem(layout)
  const records = await readRuns(layout)
  const resume = resumable(records)?.run_id
  const runs: RunSummary[] = []
  const unpublished: FailedRun[] = []
  for (const record of records.values()) {
    if (!record) continue
    const state = stateOf(record, current)
    if (state === 'published' && record.manifest) runs.push(publishedRun(record, current))
    else if (state !== 'published' && state !== 'running')
      unpublished.push(failedRun(record, state, record.run_id === resume))
  }
  if (current && !runs.some((run) => run.current)) runs.push(summaryOf(current, current, null))
  return { runs: runs.sort(latestFirst), unpublished, problem }
}

/** The published run's manifest, or why it cannot be read: a list of runs is what then helps. */
export async function currentOrProblem(
  layout: LakeLayout,
): Promise<{ manifest: Manifest | null; problem: RunList['problem'] }> {
  try {
    return { manifest: await readManifest(layout), problem: null }
  } catch (error) {
    if (!(error instanceof CineError) || error.code !== 'MANIFEST_DAMAGED') throw error
    return { manifest: null, problem: toPayload(error) }
  }
}

function publishedRun(record: RunRecord, current: Manifest | null): RunSummary {
  // Of the published run, what was published says it, not what its record had said before.
  const manifest = current?.run_id === record.run_id ? current : (record.manifest as Manifest)
  return summaryOf(manifest, current, record.pruned_at)
}

export function summaryOf(manifest: Manifest, current: Manifest | null, prunedAt: string | null): RunSummary {
  const { run_id, engine, published_at, republished_at, seconds, n_rows, tables, balance, inputs } = manifest
  return {
    run_id,
    engine,
    published_at,
    republished_at,
    current: current?.run_id === run_id,
    pruned_at: prunedAt,
    seconds,
    n_rows,
    tables: {
      films: { rows: tables.films.rows },
      reviews: { rows: tables.reviews.rows },
      people: { rows: tables.people.rows },
      rejects: { rows: tables.rejects.rows },
    },
    bytes: TABLE_NAMES.flatMap((table) => tables[table].files).reduce((sum, file) => sum + file.bytes, 0),
    warnings: manifest.checks.filter((check) => check.level === 'warning').length,
    balance,
    inputs,
  }
}

function failedRun(record: RunRecord, state: RunState, resumes: boolean): FailedRun {
  const { run_id, verb, started_at, seconds, error, steps } = record
  return {
    run_id,
    verb,
    state: state as FailedRun['state'],
    started_at,
    seconds,
    error,
    steps,
    resumes_at: resumes ? 'publish' : null,
  }
}

function latestFirst(one: { run_id: string }, other: { run_id: string }): number {
  return one.run_id < other.run_id ? 1 : -1
}
