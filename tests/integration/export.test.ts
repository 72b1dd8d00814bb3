import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Film, Params } from '../../src/pipeline/api.ts'
import { openDuck } from '../../src/pipeline/duck/index.ts'
import { type Engine, openEngine } from '../../src/pipeline/engine.ts'
import { lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { cine } from '../helpers/cine.ts'
import { tempLake } from '../helpers/lake.ts'
import { land, run } from '../helpers/run.ts'

/** Titles that a spreadsheet would compute, and texts that are hard to write. */
const EVIL = [
  '=1+1',
  '+cmd',
  '-2+3',
  '@SUM(A1)',
  '＝1+1',
  '-5',
  '+7.5',
  'a "quoted" title',
  'Pokémon, 2',
  '_x0041_',
  '😀',
]

let folder = ''
let engine: Engine
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cine-export-'))
  const layout = lakeLayout(join(folder, 'lake'))
  await writeFile(join(folder, 'films.csv'), films())
  await writeFile(join(folder, 'reviews.csv'), reviews())
  await land(layout, [join(folder, 'films.csv'), join(folder, 'reviews.csv')])
  await run(layout)
  engine = await openEngine({ lake: layout.root })
})
afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

function films(): string {
  const rows = EVIL.map((title, at) => ({
    id: `film_${at}`,
    title,
    audienceScore: at * 10,
    tomatoMeter: '',
    genre: 'Drama, War',
    releaseDateTheaters: '1999-12-31',
    boxOffice: `$${(at + 1) * 1000}`,
    runtimeMinutes: 90 + at,
  }))
  return Papa.unparse(rows)
}

function reviews(): string {
  const long = 'x'.repeat(40_000)
  const texts = [
    '=HYPERLINK("http://evil.example")',
    'two\nlines',
    'bell \u0007 and null',
    long,
    '\tindented',
  ]
  return Papa.unparse(
    texts.map((reviewText, at) => ({
      id: 'film_8',
      reviewId: at,
      creationDate: '2001-02-03',
      criticName: 'Ann',
      isTopCritic: at % 2 === 0 ? 'True' : 'False',
      originalScore: '3/5',
      reviewState: 'fresh',
      publicatioName: 'The Paper',
      reviewText,
      scoreSentiment: 'POSITIVE',
      reviewUrl: '',
    })),
  )
}

type FilmExport = Omit<Params<'films.export'>, 'path'>
const target = (name: string) => join(folder, name)
const exportFilms = (name: string, params: FilmExport = {}) =>
  engine.request('films.export', { ...params, path: target(name) })
const all = async (params: Params<'films.page'> = {}) =>
  (await engine.request('films.page', { limit: 1000, ...params })).rows

async function csvOf(name: string): Promise<Record<string, string>[]> {
  return Papa.parse<Record<string, string>>(await readFile(target(name), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data
}

async function parquetOf(name: string): Promise<Record<string, unknown>[]> {
  const duck = await openDuck({ threads: 1 })
  try {
    return await duck.query('SELECT * FROM read_parquet($1)', [target(name)])
  } finally {
    duck.close()
  }
}

async function cellsOf(name: string): Promise<unknown[][]> {
  return (await readXlsx(await readFile(target(name)))).sheets[0]?.rows ?? []
}

describe('films as CSV', () => {
  test('every film and every column; a text that begins like a formula is shown, a number is left alone', async () => {
    const told = await exportFilms('all.csv')
    expect(told).toMatchObject({ path: target('all.csv'), format: 'csv', rows: EVIL.length })
    const rows = await csvOf('all.csv')
    const titles = rows.map(({ title }) => title)
    expect(titles.toSorted()).toEqual(
      [`'=1+1`, `'+cmd`, `'-2+3`, `'@SUM(A1)`, `'＝1+1`, '-5', '+7.5', ...EVIL.slice(7)].toSorted(),
    )
    const films = await all()
    expect(Object.keys(rows[0] ?? {})).toEqual(
      Object.keys(films[0] as Film).filter((name) => name !== 'contributed'),
    )
    expect(rows.map(({ film_id }) => film_id)).toEqual(films.map(({ film_id }) => film_id))
    expect(rows[0]).toMatchObject({ genres: 'Drama, War', tomato_meter: '', rt_release_date: '1999-12-31' })
  })

  test('what is filtered, searched, ordered, chosen and limited is what is written', async () => {
    const params = { search: 'o', sort: 'box_office_usd:desc', columns: ['box_office_usd', 'title'] }
    const told = await exportFilms('some.csv', params)
    const expected = await all({ search: 'o', sort: 'box_office_usd:desc' })
    expect(told.rows).toBe(expected.length)
    const rows = await csvOf('some.csv')
    expect(Object.keys(rows[0] ?? {})).toEqual(['box_office_usd', 'title'])
    expect(rows.map(({ box_office_usd }) => Number(box_office_usd))).toEqual(
      expected.map(({ box_office_usd }) => box_office_usd),
    )
    expect((await exportFilms('few.csv', { limit: 2, offset: 1 })).rows).toBe(2)
    expect((await csvOf('few.csv')).map(({ film_id }) => film_id)).toEqual(
      (await all({ limit: 2, offset: 1 })).map(({ film_id }) => film_id),
    )
    expect((await exportFilms('none.csv', { filters: { from_year: 2150 } })).rows).toBe(0)
    expect((await readFile(target('none.csv'), 'utf8')).trim()).toMatch(/^film_id,rt_id,/)
  })
})

test('Parquet keeps every value, its type and its lists', async () => {
  await exportFilms('all.parquet')
  const rows = await parquetOf('all.parquet')
  expect(rows).toEqual((await all()).map(({ contributed: _, ...film }) => film))
})

describe('Excel', () => {
  test('cells are typed: texts stay texts, numbers numbers, days days', async () => {
    await exportFilms('all.xlsx', {
      columns: ['title', 'box_office_usd', 'rt_release_date', 'tomato_meter', 'genres'],
    })
    const [head, ...rows] = await cellsOf('all.xlsx')
    expect(head).toEqual(['title', 'box_office_usd', 'rt_release_date', 'tomato_meter', 'genres'])
    expect(rows.map(([title]) => title).toSorted()).toEqual(EVIL.toSorted())
    const first = rows.find(([title]) => title === '=1+1')
    expect(first?.[1]).toBe(1000)
    expect(first?.[2]).toEqual(new Date('1999-12-31T00:00:00Z'))
    expect(first?.[3] ?? null).toBeNull()
    expect(first?.[4]).toBe('Drama, War')
  })

  test('a text that no cell can hold is cut and cleaned', async () => {
    const path = target('reviews.xlsx')
    const told = await engine.request('reviews.export', {
      path,
      columns: ['film_title', 'review_text', 'is_top_critic', 'score_ratio'],
      sort: 'review_id',
    })
    expect(told.rows).toBe(5)
    const [, ...rows] = await cellsOf('reviews.xlsx')
    expect(rows.map(([title]) => title)).toEqual(Array(5).fill('Pokémon, 2'))
    const texts = rows.map(([, text]) => String(text))
    expect(texts[0]).toBe('=HYPERLINK("http://evil.example")')
    expect(texts[1]).toBe('two\nlines')
    expect(texts[2]).not.toContain('\u0007')
    expect(texts[3]).toHaveLength(32_767)
    expect(rows[0]?.slice(2)).toEqual([true, 0.6])
  })
})

test('reviews as CSV: neutralised too, those of one film or verdict', async () => {
  const path = target('reviews.csv.out.csv')
  const told = await engine.request('reviews.export', { path, film_id: 'rt:film_8', top_critic: true })
  expect(told.rows).toBe(3)
  const texts = (await csvOf('reviews.csv.out.csv')).map(({ review_text }) => review_text)
  expect(texts).toContain(`'=HYPERLINK("http://evil.example")`)
})

describe('nothing is half written', () => {
  test('a file that fails or is cancelled leaves what was there, and nothing beside it', async () => {
    await writeFile(target('kept.csv'), 'what was there')
    const signal = AbortSignal.abort()
    await expect(
      engine.request('films.export', { path: target('kept.csv') }, { signal }),
    ).rejects.toMatchObject({
      code: 'CANCELLED',
    })
    await expect(exportFilms('kept.csv', { columns: ['no_such'] })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    expect(await readFile(target('kept.csv'), 'utf8')).toBe('what was there')
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('a target that is there is replaced', async () => {
    await writeFile(target('old.csv'), 'old')
    await exportFilms('old.csv', { columns: ['film_id'] })
    expect(await readFile(target('old.csv'), 'utf8')).toMatch(/^film_id\n/)
  })
})

describe('where an export may go', () => {
  const code = (path: string) =>
    engine.request('films.export', { path }).then(
      () => 'written',
      (error) => error.code,
    )

  test('to a file of a known kind, in a folder that is there', async () => {
    expect(await code(target('films.txt'))).toBe('EXPORT_FORMAT')
    expect(await code(target('.bashrc'))).toBe('EXPORT_FORMAT')
    expect(await code(target('no/such/films.csv'))).toBe('EXPORT_FOLDER')
    expect(await code('films.csv')).toBe('EXPORT_FOLDER')
    await mkdir(target('folder.csv'))
    expect(await code(target('folder.csv'))).toBe('EXPORT_FOLDER')
    expect(await code(target('Été = 1 "x".CSV'))).toBe('written')
  })

  test('never into the lake, also by a link', async () => {
    expect(await code(target('lake/films.csv'))).toBe('EXPORT_INTO_LAKE')
    for (const args of [['diagnostics'], ['contribute', 'export']]) {
      const current = target('lake/curated/CURRENT.json')
      const { json } = await cine([...args, current, '--lake', target('lake'), '--json'])
      expect(json().error.code, args.join(' ')).toBe('EXPORT_INTO_LAKE')
    }
    expect(await code(target('lake/curated/films.parquet'))).toBe('EXPORT_INTO_LAKE')
    expect(await code(target('lake/../lake/raw/x.csv'))).toBe('EXPORT_INTO_LAKE')
    await symlink(target('lake/curated'), target('way-in'))
    expect(await code(target('way-in/films.csv'))).toBe('EXPORT_INTO_LAKE')
  })
})

test('cine films --export', async () => {
  const own = await tempLake()
  const file = join(own, 'out.parquet')
  const answer = await cine([
    'films',
    '--genre',
    'War',
    '--sort',
    'year',
    '--export',
    file,
    '--lake',
    target('lake'),
    '--json',
  ])
  expect(answer.exitCode).toBe(0)
  expect(answer.json()).toEqual({
    path: file,
    format: 'parquet',
    rows: EVIL.length,
    bytes: expect.any(Number),
  })
  const wrong = await cine(['reviews', '--export', join(own, 'out.doc'), '--lake', target('lake')])
  expect(wrong.exitCode).toBe(1)
  expect(wrong.stderr).toContain('.csv, .parquet or .xlsx')
})
