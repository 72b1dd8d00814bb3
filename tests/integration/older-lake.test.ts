import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Film } from '../../src/pipeline/api.ts'
import { lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { listRuns } from '../../src/pipeline/lake/list-runs.ts'
import { readCurrent } from '../../src/pipeline/lake/manifest.ts'
import { cine } from '../helpers/cine.ts'
import { tempLake } from '../helpers/lake.ts'
import { published, run } from '../helpers/run.ts'

const NEWEST = '20261124T203404Z-57a17d'
const OLDEST = '20261124T203402Z-b0c031'

/** A lake as the first version of the studio left it: two runs, format 1. */
async function firstVersion() {
  const layout = lakeLayout(join(await tempLake(), 'lake'))
  await cp(join(import.meta.dirname, '../fixtures/lake-v1'), layout.root, { recursive: true })
  return layout
}

describe('a lake of format 1', () => {
  it('is read as it is: what was not noted then is unknown', async () => {
    const layout = await firstVersion()
    const manifest = await readCurrent(layout)
    expect(manifest).toMatchObject({ schema_version: 2, run_id: NEWEST, checks: [], republished_at: null })
    expect(manifest?.tables.films).toMatchObject({ rows: 4, nulls: null, files: [{ mtime_ms: null }] })
    const { runs } = await listRuns(layout)
    expect(runs.map((each) => [each.run_id, each.current])).toEqual([
      [NEWEST, true],
      [OLDEST, false],
    ])
    const films = await cine(['films', '--sort', 'year', '--lake', layout.root, '--json'])
    expect(films.json().rows.map((film: Film) => film.title)).toEqual([
      'The Lighthouse Keeper',
      'Paper Moons',
      'A Year of Rain',
      null,
    ])
    expect(JSON.parse(await readFile(layout.current, 'utf8')).schema_version).toBe(1)
  })

  it('is brought to ours by the next run, its earlier runs kept', async () => {
    const layout = await firstVersion()
    const { run_id } = await run(layout, { force: true })
    expect(JSON.parse(await readFile(layout.current, 'utf8'))).toMatchObject({ schema_version: 2, run_id })
    expect((await listRuns(layout)).runs.map((each) => each.run_id)).toEqual([run_id, NEWEST, OLDEST])
    expect(await published(layout, 'films')).toHaveLength(4)
  })
})

it('a lake of a newer version is read and written by nobody, and stays as it is', async () => {
  const layout = await firstVersion()
  const newer = JSON.stringify({ ...JSON.parse(await readFile(layout.current, 'utf8')), schema_version: 99 })
  await writeFile(layout.current, newer)
  for (const verb of [['films'], ['runs', 'list'], ['etl', '--force'], ['pipeline']]) {
    const answer = await cine([...verb, '--lake', layout.root, '--json'])
    expect(answer.exitCode, verb.join(' ')).toBe(1)
    expect(answer.json().error, verb.join(' ')).toMatchObject({
      code: 'LAKE_TOO_NEW',
      message: expect.stringContaining('format 99'),
    })
  }
  expect(await readFile(layout.current, 'utf8')).toBe(newer)
})
