import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { landedFiles } from '../../src/pipeline/ingest/index.ts'
import { type LakeLayout, lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { listRuns } from '../../src/pipeline/lake/list-runs.ts'
import { readCurrent } from '../../src/pipeline/lake/manifest.ts'
import { countChanges, killedAfter, killedAtChange, powerCut } from '../helpers/faults/kill.ts'
import { contentOf, expectTidy, expectWhole } from '../helpers/faults/whole-lake.ts'
import { tempLake } from '../helpers/lake.ts'
import { land, run } from '../helpers/run.ts'
import { sharedData } from '../helpers/shared-data.ts'

/**
 * The command is killed by SIGKILL before each change that it makes on the disk, and at random moments: 200 times and
 * more with `CINE_TORTURE=1` (`npm run test:torture`), a few times otherwise, at other moments each time.
 */
const TORTURE = process.env.CINE_TORTURE === '1'
const LIMIT = TORTURE ? 3_600_000 : 120_000

const RT = 'id,title,audienceScore,tomatoMeter,releaseDateTheaters,runtimeMinutes,genre,director,boxOffice\n'

let folder: string
let layout: LakeLayout
beforeEach(async () => {
  folder = await tempLake()
  layout = lakeLayout(join(folder, 'lake'))
  // Two files that are read as they are, and two of which a clean copy is made.
  const rejects = join(folder, 'rejects.csv')
  await writeFile(rejects, `${RT}x1,X,1,2,2001-01-01,100,Drama,Ann,\n,No key,,,,,,,\nx2,Too,few\n`)
  const latin = join(folder, 'latin.csv')
  await writeFile(latin, Buffer.from(`${RT}x3,Amélie,1,2,2001-01-01,100,Drama,Ann,\n`, 'latin1'))
  const clapper = ['Movies_2000.csv.gz', 'Reviews_2000.csv.gz'].map((name) => sharedData('clapper', name))
  await land(layout, [...clapper, rejects, latin])
})

const cine = (...args: string[]) => [...args, '--lake', layout.root, '--json']

/** So many of the moments 1…`all`, another choice each time; all of them when there are not more. */
function moments(all: number, few: number, many: number): number[] {
  const wanted = Math.min(all, TORTURE ? many : few)
  return Array.from(
    { length: wanted },
    (_, index) => Math.floor(((index + Math.random()) * all) / wanted) + 1,
  )
}

it(
  'etl: the old or the new run, whole; the next one succeeds and leaves nothing behind',
  async () => {
    /** The two results that the lake goes to and fro between, by content. */
    const results = new Map<number, string>()
    for (const n of [60, 40]) {
      await run(layout, { n_rows: n })
      results.set(n, contentOf(await readCurrent(layout)))
    }
    expect(new Set(results.values()).size).toBe(2)
    const started = performance.now()
    const all = await countChanges(cine('etl', '--force', '--n-rows', '40'))
    const whole = performance.now() - started

    /** Kills runs to the other result, looks at the lake each time, and lets the next run end it. */
    async function trial(when: string, ...kills: ((args: string[]) => Promise<boolean>)[]): Promise<number> {
      const before = (await readCurrent(layout))?.n_rows ?? 0
      const next = before === 40 ? 60 : 40
      let killed = 0
      for (const kill of kills) {
        if (await kill(cine('etl', '--n-rows', String(next)))) killed++
        const current = await expectWhole(layout, when)
        expect([before, next], when).toContain(current.n_rows)
        expect(contentOf(current), when).toBe(results.get(current.n_rows ?? 0))
      }
      await run(layout, { n_rows: next })
      expect(contentOf(await expectWhole(layout, when)), when).toBe(results.get(next))
      await expectTidy(layout)
      return killed
    }
    const before = (at: number) => (args: string[]) => killedAtChange(args, at)

    let killed = 0
    for (const at of moments(all, 3, 100))
      killed += await trial(`killed before change ${at} of ${all}`, before(at))
    expect(killed).toBeGreaterThan(0)
    const { unpublished } = await listRuns(layout)
    expect(unpublished.every((each) => each.state === 'interrupted')).toBe(true)

    for (const at of moments(1000, 2, 60)) {
      // The first part of a run is the start of Node: nothing to break there.
      const milliseconds = whole * (0.25 + (0.75 * at) / 1000)
      await trial(`killed after ${milliseconds} ms`, (args) => killedAfter(args, milliseconds))
    }
    const several = moments(all, 2, 20)
    await trial(`killed before changes ${several} of ${all}, one after another`, ...several.map(before))
  },
  LIMIT,
)

it(
  'pipeline: what has landed is whole, and lands once',
  async () => {
    await run(layout)
    const dumps = join(folder, 'dumps')
    await mkdir(dumps)
    const write = (n: number) =>
      writeFile(join(dumps, 'more.csv'), `${RT}y${n},Y,1,2,2001-01-01,100,Drama,Ann,\n,No key,,,,,,,\n`)
    await write(0)
    const all = await countChanges(cine('pipeline', '--from', dumps))
    let films = (await readCurrent(layout))?.tables.films.rows ?? 0
    for (const [index, at] of moments(all, 2, 40).entries()) {
      const when = `killed before change ${at} of ${all}`
      await write(index + 1)
      await killedAtChange(cine('pipeline', '--from', dumps), at)
      const current = await expectWhole(layout, when)
      expect([films, films + 1], when).toContain(current.tables.films.rows)

      await countChanges(cine('pipeline', '--from', dumps))
      films++
      const after = await expectWhole(layout, when)
      expect(after.tables.films.rows, when).toBe(films)
      expect(after.inputs.filter((input) => input.path.endsWith('more.csv'))).toHaveLength(index + 2)
      await expectTidy(layout)
    }
  },
  LIMIT,
)

it.runIf(process.platform === 'linux')(
  'a power cut: what was not flushed is gone, and the old or the new run is whole; what was told as done is done',
  async () => {
    const contents = new Map<number, string>()
    for (const n of [60, 40]) {
      await run(layout, { n_rows: n })
      contents.set(n, contentOf(await readCurrent(layout)))
    }
    const dumps = join(folder, 'dumps')
    await mkdir(dumps)
    const all = await countChanges(cine('etl', '--force', '--n-rows', '40'))
    for (const at of [0, ...moments(all, 2, 100)]) {
      const when = at === 0 ? 'just after the end' : `before change ${at} of ${all}`
      const before = (await readCurrent(layout))?.n_rows ?? 0
      const next = before === 40 ? 60 : 40
      const done = await powerCut(layout.root, cine('etl', '--n-rows', String(next)), at)
      const current = await expectWhole(layout, when)
      expect(done ? [next] : [before, next], when).toContain(current.n_rows)
      expect(contentOf(current), when).toBe(contents.get(current.n_rows ?? 0))
      await run(layout, { n_rows: next })
      expect(contentOf(await expectWhole(layout, when)), when).toBe(contents.get(next))
      await expectTidy(layout)
    }

    // A landing too: what was told to have come in is there, whole.
    const first = join(dumps, 'first.csv')
    await writeFile(first, `${RT}y,Y,1,2,2001-01-01,100,Drama,Ann,\n`)
    const ofIngest = await countChanges(cine('ingest', first))
    for (const at of [0, ...moments(ofIngest, 1, 40)]) {
      const name = `more-${at}.csv`
      await writeFile(join(dumps, name), `${RT}y${at},Y,1,2,2001-01-01,100,Drama,Ann,\n`)
      const told = await powerCut(layout.root, cine('ingest', join(dumps, name)), at)
      await expectWhole(layout, name)
      const landed = (await landedFiles(layout)).some(({ file }) => file === name)
      if (told) expect(landed, name).toBe(true)
      if (!landed) await land(layout, [join(dumps, name)])
    }
    await run(layout)
    await expectWhole(layout, 'afterwards')
    await expectTidy(layout)
  },
  2 * LIMIT,
)

it(
  'runs publish, runs prune: one of the two is published, what is kept is whole',
  async () => {
    for (const n of [20, 30, 40]) await run(layout, { n_rows: n })
    const ofPublish = await countChanges(cine('runs', 'publish', 'previous'))
    for (const at of moments(ofPublish, 1, 30)) {
      const when = `killed before change ${at} of ${ofPublish} of publish`
      const { runs } = await listRuns(layout)
      const other = runs.filter((each) => !each.current)[at % 2]?.run_id ?? ''
      const before = (await readCurrent(layout))?.run_id
      await killedAtChange(cine('runs', 'publish', other), at)
      expect([before, other], when).toContain((await expectWhole(layout, when)).run_id)
      await countChanges(cine('runs', 'publish', other))
      expect((await expectWhole(layout, when)).run_id, when).toBe(other)
      await expectTidy(layout)
    }

    const ofPrune = await countChanges(cine('runs', 'prune', '--keep', '1'))
    for (const at of moments(ofPrune, 1, 30)) {
      const when = `killed before change ${at} of ${ofPrune} of prune`
      for (const n of [20, 30]) await run(layout, { n_rows: n, force: true })
      await killedAtChange(cine('runs', 'prune', '--keep', '1'), at)
      const current = await expectWhole(layout, when)
      expect(current.n_rows).toBe(30)
      await countChanges(cine('runs', 'prune', '--keep', '1'))
      expect((await expectWhole(layout, when)).run_id).toBe(current.run_id)
      expect((await listRuns(layout)).runs.filter((each) => each.pruned_at === null)).toHaveLength(1)
      await expectTidy(layout)
    }
  },
  LIMIT,
)
