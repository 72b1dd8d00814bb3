import { join } from 'node:path'
import { expect, it } from 'vitest'
import { generate } from '../../bench/generate/generate.ts'
import { listFolder } from '../../src/pipeline/ingest/index.ts'
import { lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { readCurrent } from '../../src/pipeline/lake/manifest.ts'
import { contentOf } from '../helpers/faults/whole-lake.ts'
import { tempLake } from '../helpers/lake.ts'
import { land, run } from '../helpers/run.ts'

it('the same files give the same bytes, whatever the number of threads', async () => {
  const folder = await tempLake()
  // More rows than a row group of Parquet has, so that several threads write.
  await generate({ folder: join(folder, 'dumps'), films: 3000, reviews: 140_000, omdb: 800 })
  const layout = lakeLayout(join(folder, 'lake'))
  await land(layout, await listFolder(join(folder, 'dumps')))
  const contents: string[] = []
  for (const threads of [1, 2, 5]) {
    const result = await run(layout, { threads, force: true })
    expect(result.tables.reviews.rows).toBeGreaterThan(123_000)
    contents.push(contentOf(await readCurrent(layout)))
  }
  expect(new Set(contents).size).toBe(1)
  expect(await run(layout, { threads: 3 })).toMatchObject({ status: 'unchanged' })
}, 300_000)
