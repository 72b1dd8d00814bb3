import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cine, startCine } from '../helpers/cine.ts'
import { tempLake } from '../helpers/lake.ts'
import { sharedData } from '../helpers/shared-data.ts'

const CLAPPER = sharedData('clapper')
const numeric = expect.any(Number)
const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/)

// One lake that the reading tests share: it is written before them, and never after.
let lake = ''
beforeAll(async () => {
  lake = await mkdtemp(join(tmpdir(), 'cine-cli-'))
  await startWithoutTest(['pipeline', '--from', CLAPPER, '--lake', lake])
})
afterAll(() => rm(lake, { recursive: true, force: true }))

async function startWithoutTest(args: string[]): Promise<void> {
  const { execa } = await import('execa')
  await execa(process.execPath, [join(import.meta.dirname, '../../bin/cine.mjs'), ...args])
}

const read = (args: string[], env: Record<string, string> = {}) =>
  cine([...args, '--lake', lake, '--json'], { env })

describe('ingest and etl', () => {
  test('land the real files, publish 105 films and 1,865 reviews, and land nothing twice', async () => {
    const own = await tempLake()
    const ingested = await cine(['ingest', '--from', CLAPPER, '--lake', own, '--json'])
    expect(ingested.exitCode).toBe(0)
    expect(ingested.json()).toEqual({
      ingestions: [
        {
          source: 'rt_movies',
          file: expect.stringContaining('Movies_2000.csv'),
          status: 'completed',
          sha256,
          bytes: numeric,
          rows: 116,
          columns: 16,
          path: expect.stringMatching(/^raw\/rt_movies\/\d{8}T\d{6}Z\/Movies_2000\.csv$/),
        },
        {
          source: 'rt_reviews',
          file: expect.stringContaining('Reviews_2000.csv'),
          status: 'completed',
          sha256,
          bytes: numeric,
          rows: 2000,
          columns: 11,
          path: expect.stringMatching(/^raw\/rt_reviews\/\d{8}T\d{6}Z\/Reviews_2000\.csv$/),
        },
      ],
    })

    const run = await cine(['etl', '--lake', own, '--json'])
    expect(run.exitCode).toBe(0)
    expect(run.json()).toEqual({
      run_id: expect.any(String),
      status: 'published',
      engine: 'local',
      tables: {
        films: { rows: 105 },
        reviews: { rows: 1865 },
        people: { rows: numeric },
        rejects: { rows: 0 },
      },
      balance: [
        { source: 'rt_movies', rows_in: 116, rows_out: 105, rejected: 0, merged: 11 },
        { source: 'rt_reviews', rows_in: 2000, rows_out: 1865, rejected: 0, merged: 135 },
      ],
      warnings: [],
      reused: [],
      seconds: numeric,
      peak_rss_bytes: numeric,
    })

    const again = await cine(['ingest', '--from', CLAPPER, '--lake', own, '--json'])
    expect(again.exitCode).toBe(0)
    expect(again.json().ingestions.map((each: { status: string }) => each.status)).toEqual([
      'unchanged',
      'unchanged',
    ])
    expect((await cine(['etl', '--lake', own, '--json'])).json()).toMatchObject({
      run_id: run.json().run_id,
      status: 'unchanged',
    })
    const forced = await cine(['etl', '--force', '--lake', own, '--json'])
    expect(forced.json()).toMatchObject({ status: 'published', tables: run.json().tables })
  })

  test('a bare path is recognised, a named source is taken at its word', async () => {
    const own = await tempLake()
    const movies = join(CLAPPER, 'Movies_2000.csv.gz')
    const reviews = join(CLAPPER, 'Reviews_2000.csv.gz')
    const result = await cine(['ingest', movies, `rt_reviews=${reviews}`, '--lake', own, '--json'])
    expect(result.json().ingestions.map((each: { source: string }) => each.source)).toEqual([
      'rt_movies',
      'rt_reviews',
    ])
  })

  test('N_ROWS reads the first rows only, and --n-rows says otherwise', async () => {
    const own = await tempLake()
    const run = await cine(['pipeline', '--from', CLAPPER, '--lake', own, '--json'], {
      env: { N_ROWS: '50' },
    })
    expect(run.json().run.balance.map((line: { rows_in: number }) => line.rows_in)).toEqual([50, 50])
    const more = await cine(['etl', '--n-rows', '60', '--lake', own, '--json'], { env: { N_ROWS: '50' } })
    expect(more.json().balance.map((line: { rows_in: number }) => line.rows_in)).toEqual([60, 60])
  })

  test('the steps are told on the standard error, unless quiet', async () => {
    const own = await tempLake()
    const told = await cine(['pipeline', '--from', CLAPPER, '--lake', own])
    expect(told.stderr).toMatch(/INFO {2}receive: done \(2,116 rows, [\d.]+ s\)\n/)
    for (const step of ['verify', 'transform', 'publish']) expect(told.stderr).toContain(`${step}: done`)
    expect(told.stdout).toContain('105 films, 1,865 reviews')
    const quiet = await cine(['etl', '--force', '--quiet', '--lake', own])
    expect(quiet.stderr).toBe('')
  })
})

describe('reading', () => {
  test('films: filters, sort, search, pages', async () => {
    const all = (await read(['films', '--limit', '1000'])).json()
    expect(all.total).toBe(105)
    expect(all.rows).toHaveLength(105)
    const page = (
      await read(['films', '--sort', 'tomato_meter:desc', '--limit', '3', '--offset', '1'])
    ).json()
    expect(page.total).toBe(105)
    const meters = all.rows
      .map((film: { tomato_meter: number | null }) => film.tomato_meter)
      .filter((meter: number | null) => meter !== null)
      .sort((one: number, other: number) => other - one)
    expect(page.rows.map((film: { tomato_meter: number }) => film.tomato_meter)).toEqual(meters.slice(1, 4))
    const found = (await read(['films', '--search', 'no time to die'])).json()
    expect(found.rows.map((film: { title: string }) => film.title)).toEqual(['No Time to Die'])
    const one = (await read(['films', '--film', found.rows[0].film_id])).json()
    expect(one.total).toBe(1)
    const comedies = (await read(['films', '--genre', 'Comedy', '--limit', '1000'])).json()
    expect(comedies.total).toBe(
      all.rows.filter((film: { genres: string[] | null }) => film.genres?.includes('Comedy')).length,
    )
    expect(comedies.total).toBeGreaterThan(0)
  })

  test('options may stand before the verb', async () => {
    const { exitCode, json } = await cine(['--json', '--limit', '2', '--lake', lake, 'films'])
    expect(exitCode).toBe(0)
    expect(json().rows).toHaveLength(2)
  })

  test('reviews of one film', async () => {
    const all = (await read(['reviews', '--limit', '1'])).json()
    expect(all.total).toBe(1865)
    const { film_id } = all.rows[0]
    const own = (await read(['reviews', '--film', film_id, '--limit', '10000'])).json()
    expect(own.total).toBe(own.rows.length)
    expect(new Set(own.rows.map((review: { film_id: string }) => review.film_id))).toEqual(new Set([film_id]))
  })

  test('the four reports have the documented keys', async () => {
    expect((await read(['report', 'correlation'])).json()).toMatchObject({
      n: numeric,
      left_out: numeric,
      outliers: expect.any(Array),
      revenue_by_quadrant: expect.any(Array),
    })
    const timeline = (await read(['report', 'timeline', '--by', 'decade'])).json()
    expect(Object.keys(timeline.buckets[0])).toEqual(
      expect.arrayContaining([
        'year',
        'films',
        'films_with_box_office',
        'box_office_usd',
        'mean_imdb_rating',
      ]),
    )
    for (const { year } of timeline.buckets) expect(year % 10).toBe(0)
    const [genre] = (await read(['report', 'genres'])).json().genres
    const boxKeys = 'genre n min q1 median q3 max whisker_low whisker_high outliers'.split(' ')
    expect(Object.keys(genre)).toEqual(
      expect.arrayContaining([...boxKeys, 'median_box_office_usd', 'median_revenue_per_minute']),
    )
    const { talents } = (await read(['report', 'talents', '--role', 'director', '--top', '5'])).json()
    expect(talents).toHaveLength(5)
    expect(talents[0]).toMatchObject({
      person_id: expect.any(String),
      name: expect.any(String),
      role: 'director',
      films: numeric,
      by_year: expect.any(Array),
    })
  })

  test('runs alone lists the runs, the published one among them', async () => {
    const { runs } = (await read(['runs'])).json()
    expect(runs).toHaveLength(1)
    expect(runs[0]).toMatchObject({ current: true, tables: { films: { rows: 105 } } })
    expect((await read(['runs', 'list'])).json().runs).toEqual(runs)
  })

  test('sql reads the five tables, and only reads', async () => {
    const counted = (await read(['sql', 'SELECT count(*) AS n FROM films'])).json()
    expect(counted).toMatchObject({ rows: [{ n: 105 }], truncated: false })
    expect(counted.columns).toEqual([{ name: 'n', type: expect.any(String) }])
    for (const table of ['reviews', 'people', 'rejects', 'ingestions']) {
      expect((await read(['sql', `SELECT count(*) AS n FROM ${table}`])).exitCode, table).toBe(0)
    }
    const cut = (await read(['sql', 'SELECT review_id FROM reviews', '--limit', '3'])).json()
    expect(cut.rows).toHaveLength(3)
    expect(cut.truncated).toBe(true)
    for (const statement of [
      'DROP TABLE films',
      'CREATE TABLE x (a INTEGER)',
      "COPY films TO '/tmp/x.csv'",
    ]) {
      const refused = await read(['sql', statement])
      expect(refused.exitCode, statement).toBe(1)
      expect(refused.json().error.code, statement).toEqual(expect.any(String))
    }
  })

  test('people get aligned tables, without a control character of the data', async () => {
    const { stdout, exitCode } = await cine(['films', '--limit', '5', '--lake', lake])
    expect(exitCode).toBe(0)
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).toMatch(/^film +title +year +genres/)
    expect(lines.at(-1)).toBe('5 of 105 films')
  })

  test('a reader that has seen enough ends it quietly', async () => {
    const child = startCine(['films', '--limit', '10000', '--json', '--lake', lake])
    child.stdout.destroy()
    const { exitCode, stderr } = await child
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  })
})
