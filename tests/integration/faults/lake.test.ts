import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openEngine } from '../../../src/pipeline/engine.ts'
import { type LakeLayout, lakeLayout } from '../../../src/pipeline/lake/layout.ts'
import { listRuns } from '../../../src/pipeline/lake/list-runs.ts'
import { withWriterLock } from '../../../src/pipeline/lake/lock.ts'
import { readCurrent } from '../../../src/pipeline/lake/manifest.ts'
import { tidyLake } from '../../../src/pipeline/lake/tidy.ts'
import { cine, startCine } from '../../helpers/cine.ts'
import { contentOf, expectTidy, expectWhole } from '../../helpers/faults/whole-lake.ts'
import { tempLake } from '../../helpers/lake.ts'
import { lakeOf, land, run } from '../../helpers/run.ts'
import { sharedData } from '../../helpers/shared-data.ts'

// Several whole commands each.
vi.setConfig({ testTimeout: 120_000 })

const RT = 'id,title,audienceScore,tomatoMeter,releaseDateTheaters\n'
const FILES = { 'm.csv': `${RT}a,A,1,2,2001-01-01\nb,B,1,2,2001-01-01\n,No key,,,\n` }

afterEach(() => vi.useRealTimers())
const setClock = (now: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) })

describe('a clock that goes backwards', () => {
  it('leaves runs in their order, and the last landing the last', async () => {
    setClock('2030-05-01T12:00:00Z')
    const layout = await lakeOf(FILES)
    const ids = [(await run(layout)).run_id]
    setClock('2026-01-01T00:00:00Z')
    const newer = join(layout.root, '..', 'newer.csv')
    await writeFile(newer, `${RT}a,Newer,1,2,2001-01-01\n`)
    await land(layout, [newer])
    ids.push((await run(layout)).run_id)
    setClock('1999-12-31T23:59:59Z')
    ids.push((await run(layout, { force: true })).run_id)
    vi.useRealTimers()
    ids.push((await run(layout, { force: true })).run_id)

    expect(ids).toEqual([...ids].sort())
    expect(new Set(ids).size).toBe(4)
    const { runs } = await listRuns(layout)
    expect(runs.map((each) => each.run_id)).toEqual([...ids].reverse())
    expect(runs[0]?.current).toBe(true)
    const inputs = (await readCurrent(layout))?.inputs.map((input) => input.path)
    expect(inputs?.at(-1)).toContain('newer.csv')
    const { stdout } = await cine(['films', '--film', 'rt:a', '--lake', layout.root, '--json'])
    expect(JSON.parse(stdout).rows[0].title).toBe('Newer')
  })

  it('six runs in one second have six ids, in order', async () => {
    setClock('2026-01-01T00:00:00Z')
    const layout = await lakeOf(FILES)
    const ids: string[] = []
    for (let n = 0; n < 6; n++) ids.push((await run(layout, { force: true })).run_id)
    expect(new Set(ids).size).toBe(6)
    expect(ids).toEqual([...ids].sort())
  })
})

describe('two writers', () => {
  it('the second one is told who writes, what and since when, and reading goes on', async () => {
    const layout = await lakeOf(FILES)
    await run(layout)
    await withWriterLock(layout, 'pipeline', async () => {
      for (const args of [
        ['etl', '--force'],
        ['runs', 'publish', 'current'],
        ['runs', 'prune', '--keep', '1'],
      ]) {
        const { exitCode, json } = await cine([...args, '--lake', layout.root, '--json'])
        expect([exitCode, json().error.code], args.join(' ')).toEqual([1, 'LAKE_LOCKED'])
        expect(json().error.details).toEqual({
          lake: layout.root,
          pid: process.pid,
          verb: 'pipeline',
          since: expect.stringMatching(/^\d{4}-.*Z$/),
        })
        expect(json().error.message).toContain(`process ${process.pid} (pipeline, since `)
      }
      expect((await cine(['films', '--lake', layout.root, '--json'])).json().total).toBe(2)
    })
    expect((await cine(['etl', '--force', '--lake', layout.root, '--json'])).exitCode).toBe(0)
  })

  it('of one process too, also when the lake goes by another name', async () => {
    const layout = await lakeOf(FILES)
    const link = `${layout.root}-link`
    await symlink(layout.root, link)
    await withWriterLock(layout, 'ingest', async () => {
      for (const root of [layout.root, link])
        await expect(run(lakeLayout(root))).rejects.toMatchObject({
          code: 'LAKE_LOCKED',
          message: expect.stringContaining('this studio (ingest)'),
        })
      // Asking has not freed the lock for others.
      expect((await cine(['etl', '--lake', link, '--json'])).json().error.code).toBe('LAKE_LOCKED')
    })
    expect((await run(lakeLayout(link))).status).toBe('published')
  })

  it('four at once: each publishes a whole run or is refused, and the lake is whole', async () => {
    const layout = await lakeOf(FILES)
    await run(layout)
    const before = contentOf(await expectWhole(layout, 'before'))
    const children = Array.from({ length: 4 }, () =>
      startCine(['etl', '--force', '--lake', layout.root, '--json']),
    )
    const answers = (await Promise.all(children)).map(({ stdout }) => JSON.parse(stdout))
    const told = answers.map((answer) => answer.status ?? answer.error.code)
    expect(told.filter((each) => each !== 'published' && each !== 'LAKE_LOCKED')).toEqual([])
    expect(told).toContain('published')
    expect(contentOf(await expectWhole(layout, 'after'))).toBe(before)
    expect((await listRuns(layout)).runs).toHaveLength(1 + told.filter((each) => each === 'published').length)
    await expectTidy(layout)
  })
})

describe('a lake with an odd name', () => {
  const NAMES = [
    'with spaces',
    `quotes ' " \``,
    'new\nline',
    'tab\tand; semicolon, $HOME `id` $(id)',
    'élan 日本語 😀',
    'percent %20 %s {uuid}',
    'star* quest? [ab] **',
    'back\\slash',
    '-dash',
    'run_id=3',
    'title=other',
    'status=failed',
    'c1=other',
    "'; DROP TABLE films; --",
  ]
  it.each(NAMES.map((name) => [JSON.stringify(name), name]))('%s: everything works', async (_, name) => {
    const root = join(await tempLake(), name)
    // What a pattern would match instead.
    const trap = join(root, '..', name.replace('*', 'x').replace('?', 'y').replace('[ab]', 'a'))
    if (trap !== root) {
      const other = lakeLayout(trap)
      await land(other, [sharedData('clapper', 'Movies_2000.csv.gz')])
      await run(other)
    }
    const more = join(root, '..', `more ${name}.csv`)
    await writeFile(more, `${FILES['m.csv']}c,C,1,2,2001-01-01\n`)
    const first = await cine(['pipeline', '--from', join(root, '..'), `--lake=${root}`, '--json'])
    expect(first.json().run).toMatchObject({
      status: 'published',
      tables: { films: { rows: 3 }, rejects: { rows: 1 } },
    })
    const engine = await openEngine({ lake: root })
    onTestFinished(() => engine.close())
    expect((await engine.request('etl.run', { force: true })).status).toBe('published')
    const { total, rows } = await engine.request('films.page', { sort: 'title:asc' })
    expect([total, rows.map(({ title }) => title)]).toEqual([3, ['A', 'B', 'C']])
    for (const [table, n] of [
      ['films', 3],
      ['ingestions', 1],
    ])
      expect((await engine.request('sql.query', { sql: `SELECT count(*) AS n FROM ${table}` })).rows).toEqual(
        [{ n }],
      )
    expect((await engine.request('sql.query', { sql: 'SELECT status FROM ingestions' })).rows).toEqual([
      { status: 'completed' },
    ])
    expect((await engine.request('quality.get', {})).rejects.total).toBe(1)
    expect((await engine.request('runs.diff', { a: 'previous', b: 'current' })).same).toBe(true)
    expect((await engine.request('runs.publish', { run: 'previous' })).status).toBe('published')
    expect((await engine.request('runs.prune', { keep: 1 })).removed).toHaveLength(1)
    await expectWhole(lakeLayout(root), name)
    await expectTidy(lakeLayout(root))
  })
})

describe('a lake that disappears during a run', () => {
  async function during(step: string, happens: (layout: LakeLayout) => Promise<void>) {
    const layout = await lakeOf(FILES)
    await run(layout)
    let happened: Promise<void> | undefined
    const gone = run(layout, {
      force: true,
      onStep: (key, { state }) => {
        if (key === step && state === 'running') happened ??= happens(layout)
      },
    })
    await expect(gone).rejects.toMatchObject({
      code: 'LAKE_GONE',
      message: expect.stringContaining(layout.root),
    })
    await happened
    return layout
  }

  it.each(['verify', 'transform', 'publish'])(
    'moved away at %s: told, and no other lake is made in its place',
    async (step) => {
      const layout = await during(step, (lake) => rename(lake.root, `${lake.root}.moved`))
      expect(existsSync(layout.root)).toBe(false)
      const moved = lakeLayout(`${layout.root}.moved`)
      await expectWhole(moved, 'moved')
      expect((await run(moved, { force: true })).status).toBe('published')
      await expectTidy(moved)
    },
  )

  it('removed: told, and nothing of it is made again', async () => {
    const layout = await during('transform', async (lake) => {
      await rename(lake.root, `${lake.root}.gone`)
      await rm(`${lake.root}.gone`, { recursive: true, force: true })
    })
    expect(existsSync(layout.root)).toBe(false)
  })

  it('replaced by another one: that one is not written to', async () => {
    const layout = await during('publish', async (lake) => {
      await rename(lake.root, `${lake.root}.moved`)
      for (const name of ['curated', 'metadata', 'runs', 'tmp', 'raw'])
        await mkdir(join(lake.root, name), { recursive: true })
    })
    const files = await readdir(layout.root, { recursive: true, withFileTypes: true })
    expect(files.filter((entry) => entry.isFile()).map((entry) => entry.name)).toEqual([])
  })
})

describe('when a studio opens', () => {
  it('what killed writers left is settled and removed', async () => {
    const layout = await lakeOf(FILES)
    const { run_id } = await run(layout)
    const path = join(layout.runs, run_id, 'run.json')
    const record = JSON.parse(await readFile(path, 'utf8'))
    const dead = '20200101T000000Z-abcdef'
    await mkdir(join(layout.runs, dead))
    await writeFile(
      join(layout.runs, dead, 'run.json'),
      JSON.stringify({ ...record, run_id: dead, state: 'running', manifest: null }),
    )
    await mkdir(join(layout.curated, 'films', `run_id=${dead}`))
    await mkdir(join(layout.tmp, `run-${dead}`, 'spill'), { recursive: true })
    await mkdir(join(layout.tmp, 'landing-1'))
    await tidyLake(layout)
    await expectTidy(layout)
    expect((await listRuns(layout)).unpublished).toMatchObject([{ run_id: dead, state: 'interrupted' }])
  })

  it('a lake that is not there, or is being written to, is left alone', async () => {
    const layout = lakeLayout(join(await tempLake(), 'lake'))
    await tidyLake(layout)
    expect(existsSync(layout.root)).toBe(false)
    const busy = await lakeOf(FILES)
    await run(busy)
    await mkdir(join(busy.tmp, 'run-1'))
    await withWriterLock(busy, 'etl', async () => {
      await mkdir(join(busy.tmp, 'run-2'))
      await tidyLake(busy)
      expect(await readdir(busy.tmp)).toEqual(['run-2'])
    })
  })
})

it('after many runs, also failed and cancelled ones, nothing is left behind: no file, no open file', async () => {
  const layout = await lakeOf(FILES)
  const openFiles = async () => (process.platform === 'linux' ? (await readdir('/proc/self/fd')).length : 0)
  const round = async () => {
    await run(layout, { force: true })
    const failing = run(layout, {
      force: true,
      onStep: (key) => {
        if (key === 'transform') throw new Error('struck by lightning')
      },
    })
    await expect(failing).rejects.toThrow('lightning')
    const controller = new AbortController()
    const cancelled = run(layout, {
      force: true,
      signal: controller.signal,
      onStep: (key) => key === 'publish' && controller.abort(),
    })
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' })
  }
  await round()
  const before = await openFiles()
  for (let n = 0; n < 4; n++) await round()
  await run(layout, { force: true })
  await expectTidy(layout)
  expect(await openFiles()).toBeLessThanOrEqual(before + 1)
  expect(await readdir(layout.metadata)).toEqual(['ingestions.parquet', 'writer.json', 'writer.lock'])
}, 120_000)
