import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunResult } from '../../src/pipeline/api.ts'
import { list, openDuck } from '../../src/pipeline/duck/index.ts'
import { type RunOptions, runLocal } from '../../src/pipeline/engines/index.ts'
import { landFiles } from '../../src/pipeline/ingest/index.ts'
import { type LakeLayout, lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { withWriterLock } from '../../src/pipeline/lake/lock.ts'
import { readCurrent, tableFiles } from '../../src/pipeline/lake/manifest.ts'
import type { TableName } from '../../src/pipeline/lake/schema.ts'
import { tempLake } from './lake.ts'

/** A lake into which files with these contents have landed, in this order. */
export async function lakeOf(files: Record<string, string | Uint8Array>): Promise<LakeLayout> {
  const folder = await tempLake()
  const layout = lakeLayout(join(folder, 'lake'))
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    await writeFile(path, content)
    await land(layout, [path])
  }
  return layout
}

export async function land(layout: LakeLayout, paths: readonly string[]): Promise<void> {
  const ingestions = await withWriterLock(layout, 'ingest', () =>
    landFiles(
      layout,
      paths.map((path) => ({ path })),
      {},
    ),
  )
  const failed = ingestions.find((each) => each.status === 'failed')
  if (failed) throw new Error(failed.error)
}

export function run(layout: LakeLayout, options: Partial<RunOptions> = {}): Promise<RunResult> {
  return withWriterLock(layout, 'etl', () =>
    runLocal(layout, {
      verb: 'etl',
      force: false,
      signal: new AbortController().signal,
      onStep: () => {},
      ...options,
    }),
  )
}

/** All rows of a published table. */
export async function published<Row = Record<string, unknown>>(
  layout: LakeLayout,
  table: TableName,
): Promise<Row[]> {
  const manifest = await readCurrent(layout)
  if (!manifest) throw new Error('Nothing is published.')
  const duck = await openDuck({ threads: 1 })
  try {
    return await duck.query<Row>('SELECT * FROM read_parquet($1, hive_partitioning = false)', [
      list(tableFiles(layout, manifest, table)),
    ])
  } finally {
    duck.close()
  }
}
