import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Duck, filePath } from '../../duck/index.ts'
import { syncPath } from '../../lake/atomic.ts'
import type { LakeLayout } from '../../lake/layout.ts'
import type { Manifest } from '../../lake/manifest.ts'
import { tableFolder } from '../../lake/run-folders.ts'
import type { TableName } from '../../lake/schema.ts'
import { sha256Of } from '../../lake/verify.ts'

type Table = Manifest['tables'][TableName]

/**
 * Takes what Spark wrote into a table's folder (`part-00000-<uuid>…`, marks, checksums) as a table of the run:
 * short names in Spark's order, without empty files, flushed to the disk, each counted and hashed.
 */
export async function adoptTable(
  duck: Duck,
  layout: LakeLayout,
  table: TableName,
  runId: string,
  signal: AbortSignal,
): Promise<Table> {
  const folder = tableFolder(layout, table, runId)
  const files: Table['files'] = []
  for (const name of (await readdir(folder)).sort()) {
    const from = join(folder, name)
    const rows = name.endsWith('.parquet') ? await rowsOf(duck, from) : 0
    if (rows === 0) {
      await rm(from, { force: true, recursive: true })
      continue
    }
    const short = `part-${files.length}.parquet`
    await rename(from, join(folder, short))
    files.push(await fileOf(join(folder, short), `curated/${table}/run_id=${runId}/${short}`, rows, signal))
  }
  await syncPath(folder)
  return { rows: files.reduce((sum, file) => sum + file.rows, 0), files, nulls: null }
}

/** The files that Spark wrote into a folder; their addresses for DuckDB. */
export async function parquetFiles(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.parquet')).sort()
  return names.map((name) => filePath(join(folder, name)))
}

async function rowsOf(duck: Duck, path: string): Promise<number> {
  const [counted] = await duck.query<{ rows: number }>(
    'SELECT count(*) AS rows FROM read_parquet($1, hive_partitioning = false)',
    [filePath(path)],
  )
  return counted?.rows ?? 0
}

async function fileOf(
  path: string,
  lakePath: string,
  rows: number,
  signal: AbortSignal,
): Promise<Table['files'][number]> {
  await syncPath(path)
  const { size, mtimeMs } = await stat(path)
  return { path: lakePath, rows, bytes: size, sha256: await sha256Of(path, signal), mtime_ms: mtimeMs }
}
