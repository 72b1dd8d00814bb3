import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { listFolder } from '../../src/pipeline/ingest/index.ts'
import { lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { listRuns } from '../../src/pipeline/lake/list-runs.ts'
import { readCurrent } from '../../src/pipeline/lake/manifest.ts'
import { TABLE_NAMES } from '../../src/pipeline/lake/schema.ts'
import { cine, startCine } from '../helpers/cine.ts'
import { tempLake } from '../helpers/lake.ts'
import { land, published, run } from '../helpers/run.ts'
import { sharedData } from '../helpers/shared-data.ts'

const MOMENTS = 12

it('killed at any moment, `cine etl` leaves a whole run published, and the next one succeeds', async () => {
  const lake = join(await tempLake(), 'lake')
  const layout = lakeLayout(lake)
  await land(layout, await listFolder(sharedData('clapper')))
  await run(layout)

  const started = performance.now()
  expect((await cine(['etl', '--force', '--lake', lake, '--json'])).exitCode).toBe(0)
  const whole = performance.now() - started

  let killed = 0
  for (let moment = 0; moment < MOMENTS; moment++) {
    const child = startCine(['etl', '--force', '--lake', lake, '--json'])
    // The first part of a run is the start of Node: nothing to break there.
    await sleep(whole * (0.3 + (0.7 * moment) / MOMENTS))
    child.kill('SIGKILL')
    const { signal } = await child
    if (signal === 'SIGKILL') killed++

    // Whichever run it is, it is there as a whole.
    const current = await readCurrent(layout)
    expect(current?.tables).toMatchObject({ films: { rows: 105 }, reviews: { rows: 1865 } })
    for (const table of TABLE_NAMES) {
      expect(await published(layout, table)).toHaveLength(current?.tables[table].rows ?? -1)
    }
  }
  expect(killed).toBeGreaterThan(MOMENTS / 2)

  const next = await cine(['etl', '--force', '--lake', lake, '--json'])
  expect(next.json()).toMatchObject({ status: 'published' })

  // What the killed ones left behind is gone, and the history tells of them.
  const { runs, unpublished } = await listRuns(layout)
  expect(runs.find((each) => each.current)?.run_id).toBe(next.json().run_id)
  expect(unpublished.length).toBeGreaterThan(0)
  expect(new Set(unpublished.map((each) => each.state))).toEqual(new Set(['interrupted']))
  const folders = await readdir(join(layout.curated, 'films'))
  expect(folders.sort()).toEqual(runs.map((each) => `run_id=${each.run_id}`).sort())
  expect(await readdir(layout.tmp)).toEqual([])
}, 120_000)
