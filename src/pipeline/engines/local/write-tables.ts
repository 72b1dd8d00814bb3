import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Duck, filePath } from '../../duck/index.ts'
import { makeFolder, syncPath } from '../../lake/atomic.ts'
import type { LakeLayout } from '../../lake/layout.ts'
import type { Manifest } from '../../lake/manifest.ts'
import { runFolder, tableFolder } from '../../lake/run-folders.ts'
import { CURATED, type TableName } from '../../lake/schema.ts'
import { sha256Of } from '../../lake/verify.ts'

/** Rows in an order of their own, so that the same rows give the same bytes. */
const ORDER: Record<TableName, string> = {
  films: 'film_id',
  reviews: 'film_id NULLS LAST, review_id',
  people: 'film_id, role, position, person_id',
  rejects: 'source, path, line, raw',
}

/** What a run notes beside its tables, and in which order: records that were merged, films that may be one, who told a value. */
const NOTES = {
  merged: 'source, merged_into',
  ambiguous: 'source, film, score DESC, candidate',
  told_by: 'film_id',
} as const
export const NOTE_NAMES = [
  'merged',
  'ambiguous',
  'told_by',
] as const satisfies readonly (keyof typeof NOTES)[]

export type NoteName = (typeof NOTE_NAMES)[number]

/** Writes a table of `duck` that is a note beside the run's `run.json`. */
export async function writeNote(
  duck: Duck,
  layout: LakeLayout,
  runId: string,
  name: NoteName,
  signal: AbortSignal | undefined,
): Promise<void> {
  const path = join(runFolder(layout, runId), `${name}.parquet`)
  await copyOut(duck, `SELECT * FROM ${name} ORDER BY ${NOTES[name]}`, path, signal)
}

/**
 * One of the tables of `duck`, as one zstd Parquet file in the run's own folder, flushed to the disk. Nothing is
 * published yet.
 */
export async function writeTable(
  duck: Duck,
  layout: LakeLayout,
  runId: string,
  table: TableName,
  signal: AbortSignal | undefined,
): Promise<Manifest['tables'][TableName]> {
  const folder = tableFolder(layout, table, runId)
  await makeFolder(folder)
  const path = join(folder, 'part-0.parquet')
  const columns = CURATED[table].map(({ name, type }) => `CAST(${name} AS ${type}) AS ${name}`)
  await copyOut(duck, `SELECT ${columns.join(', ')} FROM ${table} ORDER BY ${ORDER[table]}`, path, signal)
  await syncPath(folder)
  const [counted] = await duck.query<{ rows: number }>(
    'SELECT count(*) AS rows FROM read_parquet($1, hive_partitioning = false)',
    [filePath(path)],
  )
  const rows = counted?.rows ?? 0
  const { size, mtimeMs } = await stat(path)
  const lakePath = `curated/${table}/run_id=${runId}/part-0.parquet`
  const file = { path: lakePath, rows, bytes: size, sha256: await sha256Of(path, signal), mtime_ms: mtimeMs }
  return { rows, files: [file], nulls: null }
}

/** A select as a Parquet file, flushed to the disk. */
async function copyOut(
  duck: Duck,
  select: string,
  path: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  await duck.run(`COPY (${select}) TO $1 (FORMAT parquet, COMPRESSION zstd)`, [path], { signal })
  await syncPath(path)
}
