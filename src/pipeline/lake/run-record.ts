import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Check, Step } from '../api.ts'
import type { ErrorPayload } from '../errors.ts'
import { writeFileAtomic } from './atomic.ts'
import type { LakeLayout } from './layout.ts'
import { type Manifest, storedManifest } from './manifest-schema.ts'
import { runFolder } from './run-folders.ts'
import { assertSameLake } from './writer.ts'

const recordSchema = z.object({
  run_id: z.string().regex(/^[\w-]+$/),
  verb: z.string(),
  /** `publishing`: all is written, the manifest is being replaced; it alone tells whether it was. */
  state: z.enum(['running', 'publishing', 'published', 'failed', 'cancelled', 'interrupted']),
  pid: z.int(),
  started_at: z.string(),
  seconds: z.number().nullable(),
  error: z.custom<ErrorPayload>().nullable(),
  steps: z.array(z.custom<Step>()),
  /** What was published; or, of a run that stopped after its transform, what it would publish if it went on. */
  manifest: storedManifest,
  /** What the checks said of a result that was not published for it. */
  refused: z.array(z.custom<Check>()).default([]),
  /** Since when its tables are not kept any more. */
  pruned_at: z.string().nullable().default(null),
})
/** `runs/<run_id>/run.json`: what became of a run. */
export type RunRecord = z.infer<typeof recordSchema>
export type RunState = Exclude<RunRecord['state'], 'publishing'>

/** Needs the writer's lock. Throws `LAKE_GONE`. */
export async function writeRun(layout: LakeLayout, record: RunRecord): Promise<void> {
  await assertSameLake(layout)
  await writeFileAtomic(
    join(runFolder(layout, record.run_id), 'run.json'),
    `${JSON.stringify(record, null, 2)}\n`,
  )
}

/** What is known of every run, the latest first. `null`: a run whose record cannot be read. */
export async function readRuns(layout: LakeLayout): Promise<Map<string, RunRecord | null>> {
  const found = await readdir(layout.runs, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const ids = found.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const records = new Map<string, RunRecord | null>()
  for (const id of ids.sort().reverse()) {
    const text = await readFile(join(layout.runs, id, 'run.json'), 'utf8').catch(() => null)
    const record = text === null ? null : parseRecord(text)
    records.set(id, record?.run_id === id ? record : null)
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

/** What became of a run, by the manifest where the record could not say it any more. */
export function stateOf(record: RunRecord, current: Manifest | null): RunState {
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
