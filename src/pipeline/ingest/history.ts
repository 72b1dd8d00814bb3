import { randomUUID } from 'node:crypto'
import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import parquet from 'parquetjs-lite'
import type { IngestionRecord } from '../api.ts'
import { filePath, openDuck } from '../duck/index.ts'
import { renameDurably, syncPath } from '../lake/atomic.ts'
import type { LandedFile } from '../lake/landed.ts'
import { type LakeLayout, utcStamp } from '../lake/layout.ts'

const schema = new parquet.ParquetSchema({
  source: { type: 'UTF8', optional: true },
  file: { type: 'UTF8' },
  path: { type: 'UTF8', optional: true },
  sha256: { type: 'UTF8', optional: true },
  bytes: { type: 'INT64', optional: true },
  rows: { type: 'INT64', optional: true },
  columns: { type: 'INT64', optional: true },
  status: { type: 'UTF8' },
  error_code: { type: 'UTF8', optional: true },
  error: { type: 'UTF8', optional: true },
  started_at: { type: 'TIMESTAMP_MILLIS' },
  finished_at: { type: 'TIMESTAMP_MILLIS' },
})

/** The last attempts to land a file, newest first. Throws what DuckDB says of a damaged file. */
export async function readHistory(layout: LakeLayout, limit: number): Promise<IngestionRecord[]> {
  const records = await readRecords(layout)
  return records.reverse().slice(0, limit)
}

/**
 * Adds attempts to `metadata/ingestions.parquet`: the whole file is written again beside it and renamed
 * into place, so that a reader sees the old or the new one. A damaged file is set aside, not lost. What lies
 * `landed` without a row (its process was killed before it could write one) gets its row back.
 */
export async function appendHistory(
  layout: LakeLayout,
  added: readonly IngestionRecord[],
  landed: readonly LandedFile[],
): Promise<void> {
  let records: IngestionRecord[]
  try {
    records = await readRecords(layout)
  } catch {
    await rename(layout.ingestions, await freeName(layout))
    records = []
  }
  const completed = [...records, ...added].filter(({ status }) => status === 'completed')
  const known = new Set(completed.map(({ path }) => path))
  const forgotten = landed.filter((file) => !known.has(file.lake_path)).map(recordOf)
  const staged = join(layout.metadata, `ingestions.${randomUUID()}.tmp`)
  try {
    const writer = await parquet.ParquetWriter.openFile(schema, staged)
    for (const { started_at, finished_at, ...rest } of [...records, ...forgotten, ...added])
      await writer.appendRow({
        ...rest,
        started_at: new Date(started_at),
        finished_at: new Date(finished_at),
      })
    await writer.close()
    await syncPath(staged)
    await renameDurably(staged, layout.ingestions)
  } catch (error) {
    await rm(staged, { force: true })
    throw error
  }
}

/** All attempts, oldest first; none when there is no history yet. Read by DuckDB: parquetjs-lite cannot
 * read the timestamps that it writes. */
async function readRecords(layout: LakeLayout): Promise<IngestionRecord[]> {
  if (!(await exists(layout.ingestions))) return []
  const duck = await openDuck({ threads: 1 })
  try {
    return await duck.query<IngestionRecord>(
      `SELECT source, file, path, sha256, bytes, rows, columns, status, error_code, error,
              started_at, finished_at
       FROM read_parquet($1, file_row_number = true, hive_partitioning = false) ORDER BY file_row_number`,
      [filePath(layout.ingestions)],
    )
  } finally {
    duck.close()
  }
}

/** The attempt that a marker tells of. */
function recordOf({ landed_at, lake_path, ...marker }: LandedFile): IngestionRecord {
  const { source, file, sha256, bytes, rows, columns } = marker
  const content = { source, file, path: lake_path, sha256, bytes, rows, columns: columns.length }
  return {
    ...content,
    status: 'completed',
    error_code: null,
    error: null,
    started_at: landed_at,
    finished_at: landed_at,
  }
}

async function freeName(layout: LakeLayout): Promise<string> {
  const stamp = utcStamp(new Date())
  for (let n = 1; ; n++) {
    const path = join(layout.metadata, `ingestions.damaged-${stamp}${n > 1 ? `-${n}` : ''}.parquet`)
    if (!(await exists(path))) return path
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}
