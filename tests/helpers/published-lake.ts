import { createHash } from 'node:crypto'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Film, Review } from '../../src/pipeline/api.ts'
import { type Duck, openDuck } from '../../src/pipeline/duck/index.ts'
import { type LakeLayout, lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { withWriterLock } from '../../src/pipeline/lake/lock.ts'
import { publishManifest } from '../../src/pipeline/lake/manifest.ts'
import { type Manifest, newManifest } from '../../src/pipeline/lake/manifest-schema.ts'
import { CURATED, TABLE_NAMES, type TableName } from '../../src/pipeline/lake/schema.ts'
import { tempLake } from './lake.ts'

interface Person {
  person_id: string
  film_id: string
  name: string
  role: string
  source: string
  position: number
}

export interface Rows {
  films?: Partial<Film>[]
  /** Lists of lists: one file each. */
  reviews?: Partial<Review>[] | Partial<Review>[][]
  people?: Partial<Person>[]
}

/** A lake in which a run with just these rows is published; what a row leaves out is NULL. */
export async function publishedLake(rows: Rows): Promise<LakeLayout> {
  const layout = lakeLayout(await tempLake())
  await publishRows(layout, rows, '20260101T000000Z-000000')
  return layout
}

/** Publishes these rows as a run of that name. */
export function publishRows(layout: LakeLayout, rows: Rows, run_id: string): Promise<void> {
  return withWriterLock(layout, 'test', () => write(layout, rows, run_id))
}

async function write(layout: LakeLayout, rows: Rows, run_id: string): Promise<void> {
  const duck = await openDuck({ threads: 1 })
  try {
    const tables: Partial<Manifest['tables']> = {}
    for (const table of TABLE_NAMES) {
      const given: object[] | object[][] = table === 'rejects' ? [] : (rows[table] ?? [])
      const parts = Array.isArray(given[0]) ? (given as object[][]) : [given as object[]]
      const files = await Promise.all(parts.map((part, n) => writePart(duck, layout, table, run_id, n, part)))
      tables[table] = { rows: parts.flat().length, files, nulls: null }
    }
    await publishManifest(layout, manifestOf(run_id, tables as Manifest['tables']))
  } finally {
    duck.close()
  }
}

async function writePart(
  duck: Duck,
  layout: LakeLayout,
  table: TableName,
  run_id: string,
  n: number,
  rows: object[],
): Promise<Manifest['tables'][TableName]['files'][number]> {
  const path = `curated/${table}/run_id=${run_id}/part-${n}.parquet`
  const absolute = join(layout.root, path)
  await mkdir(join(absolute, '..'), { recursive: true })
  const types = Object.fromEntries(CURATED[table].map(({ name, type }) => [name, type]))
  const columns = CURATED[table].map(({ name, type }) => `CAST(row.${name} AS ${type}) AS ${name}`)
  await duck.run(
    `COPY (SELECT ${columns.join(', ')} FROM (
       SELECT unnest(from_json($1, '${JSON.stringify([types])}')) AS row
     )) TO $2 (FORMAT parquet, COMPRESSION zstd)`,
    [JSON.stringify(rows), absolute],
  )
  const { size: bytes, mtimeMs: mtime_ms } = await stat(absolute)
  const sha256 = createHash('sha256')
    .update(await readFile(absolute))
    .digest('hex')
  return { path, rows: rows.length, bytes, sha256, mtime_ms }
}

function manifestOf(run_id: string, tables: Manifest['tables']): Manifest {
  return newManifest({
    run_id,
    engine: 'local',
    published_at: '2026-01-01T00:00:00.000Z',
    republished_at: null,
    seconds: 1,
    n_rows: null,
    rules_version: 'test',
    fingerprint: run_id,
    tables,
    inputs: [],
    balance: [],
    checks: [],
    compared_with: null,
  })
}
