import { join } from 'node:path'
import { expect, it } from 'vitest'
import { generate } from '../../bench/generate/generate.ts'
import { wantedMemory } from '../../src/pipeline/engines/local/memory.ts'
import { listFolder } from '../../src/pipeline/ingest/index.ts'
import { lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { readCurrent } from '../../src/pipeline/lake/manifest.ts'
import { contentOf } from '../helpers/faults/whole-lake.ts'
import { tempLake } from '../helpers/lake.ts'
import { land, run } from '../helpers/run.ts'

const MIB = 2 ** 20

it('little memory, or too little of it, gives the same tables', async () => {
  const folder = await tempLake()
  await generate({ folder: join(folder, 'dumps'), films: 1000, reviews: 15_000, omdb: 150 })
  const layout = lakeLayout(join(folder, 'lake'))
  await land(layout, await listFolder(join(folder, 'dumps')))
  const contents: string[] = []
  const messages: string[] = []
  // 5 MiB hold not even one buffer of the file: DuckDB gives up, and the run begins again with more.
  for (const memory_bytes of [2_000 * MIB, 300 * MIB, 5 * MIB]) {
    const onStep = (key: string, { state }: { state?: string }) => messages.push(`${key} ${state}`)
    const result = await run(layout, { memory_bytes, threads: 2, force: true, onStep })
    expect(result.status).toBe('published')
    contents.push(contentOf(await readCurrent(layout)))
  }
  expect(new Set(contents).size).toBe(1)
  expect(messages.filter((message) => message === 'transform running')).toHaveLength(4)
}, 120_000)

it('a run wants more memory for more bytes and threads', () => {
  const small = wantedMemory(1e6, 2)
  const large = wantedMemory(5e9, 2)
  expect(small).toBeLessThan(large)
  expect(large).toBeLessThanOrEqual(1200 * MIB)
  expect(wantedMemory(5e9, 8)).toBeGreaterThan(large)
})
