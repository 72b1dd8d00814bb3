import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { FailedRun, RunSummary, Step } from '../api.ts'
import type { ErrorPayload } from '../errors.ts'
import { writeFileAtomic } from './atomic.ts'
import type { LakeLayout } from './layout.ts'
import { type Manifest, manifestSchema, readManifest } from './manifest.ts'
import { TABLE_NAMES } from './schema.ts'

const recordSchema = z.object({
  run_id: z.string(),
  verb: z.string(),
  /** `publishing`: all is written, the manifest is being replaced; it alone tells whether it was. */
  state: z.enum(['running', 'publishing', 'published', 'failed', 'cancelled', 'interrupted']),
  pid: z.int(),
  started_at: z.string(),
  seconds: z.number().nullable(),
  error: z.custom<ErrorPayload>().nullable(),
  steps: z.array(z.custom<Step>()),
  manifest: manifestSchema.nullable(),
})
/** `runs/<run_id>/run.json`: what became of a run. */
export type RunRecord = z.infer<typeof recordSchema>

export async function writeRun(layout: LakeLayout, record: RunRecord): Promise<void> {
  await writeFileAtomic(
    join(runFolder(layout, record.run_id), 'run.json'),
    `${JSON.stringify(record, null, 2)}\n`,
  )
}

export function runFolder(layout: LakeLayout, runId: string): string {
  return join(layout.runs, runId)
}

/** Where a run writes its tables before they are published. */
export function tableFolder(layout: LakeLayout, table: string, runId: string): string {
  return join(layout.curated, table, `run_id=${runId}`)
}

/** Every run, the latest first: those that were published, and those that were not. */
export async function listRuns(
  layout: LakeLayout,
): Promise<{ runs: RunSummary[]; unpublished: FailedRun[] }> {
  const current = await readManifest(layout)
  const records = await readRuns(layout)
  const runs: RunSummary[] = []
  const unpublished: FailedRun[] = []
  for (const record of records) {
    const state = stateOf(record, current)
    if (state === 'published' && record.manifest) runs.push(summary(record.manifest, current))
    else if (state !== 'published' && state !== 'running') unpublished.push(failed(record, state))
  }
  if (current && !runs.some((run) => run.current)) runs.push(summary(current, current))
  return { runs: runs.sort(latestFirst), unpublished: unpublished.sort(latestFirst) }
}

/**
 * Settles what killed writers left behind: their runs are written down as interrupted (or published, when
 * they got that far), and what they had begun to write is removed. Only under the writer's lock.
 */
export async function settleRuns(layout: LakeLayout): Promise<void> {
  // A damaged manifest must not keep a new run from mending it; nothing is removed then.
  const current = await readManifest(layout).catch(() => undefined)
  if (current === undefined) return
  const records = await readRuns(layout)
  for (const record of records) {
    if (record.state !== 'running' && record.state !== 'publishing') continue
    const state = current?.run_id === record.run_id ? 'published' : 'interrupted'
    await writeRun(layout, { ...record, state, manifest: state === 'published' ? current : null })
  }
  const keep = new Set(
    records.filter((record) => stateOf(record, current) === 'published').map((record) => record.run_id),
  )
  if (current) keep.add(current.run_id)
  for (const table of TABLE_NAMES) {
    for (const name of await names(join(layout.curated, table))) {
      const runId = name.match(/^run_id=(.+)$/)?.[1]
      if (runId !== undefined && !keep.has(runId)) await removeTables(layout, runId)
    }
  }
  for (const name of await names(layout.tmp))
    if (name.startsWith(WORK)) await rm(join(layout.tmp, name), { recursive: true, force: true })
}

const WORK = 'run-'

/** Where a run keeps what nobody needs afterwards. */
export function workFolder(layout: LakeLayout, runId: string): string {
  return join(layout.tmp, `${WORK}${runId}`)
}

/** Removes the tables of a run that was not published. */
export async function removeTables(layout: LakeLayout, runId: string): Promise<void> {
  for (const table of TABLE_NAMES)
    await rm(tableFolder(layout, table, runId), { recursive: true, force: true })
}

async function readRuns(layout: LakeLayout): Promise<RunRecord[]> {
  const records: RunRecord[] = []
  for (const name of await names(layout.runs)) {
    const text = await readFile(join(layout.runs, name, 'run.json'), 'utf8').catch(() => null)
    const record = text === null ? null : parseRecord(text)
    if (record) records.push(record)
  }
  return records
}

/** Null for a record that cannot be read: the history lacks a line, the lake works on. */
function parseRecord(text: string): RunRecord | null {
  try {
    return recordSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function stateOf(record: RunRecord, current: Manifest | null): Exclude<RunRecord['state'], 'publishing'> {
  if (current?.run_id === record.run_id) return 'published'
  if (record.state !== 'running' && record.state !== 'publishing') return record.state
  return isAlive(record.pid) ? 'running' : 'interrupted'
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function summary(manifest: Manifest, current: Manifest | null): RunSummary {
  const { run_id, engine, published_at, seconds, n_rows, tables, balance, inputs } = manifest
  const rows = (table: keyof Manifest['tables']) => ({ rows: tables[table].rows })
  return {
    run_id,
    engine,
    published_at,
    current: current?.run_id === run_id,
    seconds,
    n_rows,
    tables: {
      films: rows('films'),
      reviews: rows('reviews'),
      people: rows('people'),
      rejects: rows('rejects'),
    },
    balance,
    inputs,
  }
}

function failed(record: RunRecord, state: FailedRun['state']): FailedRun {
  const { run_id, verb, started_at, seconds, error, steps } = record
  return { run_id, verb, state, started_at, seconds, error, steps }
}

function latestFirst(one: { run_id: string }, other: { run_id: string }): number {
  return one.run_id < other.run_id ? 1 : -1
}

async function names(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}
