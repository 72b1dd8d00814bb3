import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { EngineEvent } from '../../../src/pipeline/api.ts'
import { type Engine, openEngine } from '../../../src/pipeline/engine.ts'
import { lakeOf, land, run } from '../../helpers/run.ts'

const MOVIES = `id,title,audienceScore,tomatoMeter,runtimeMinutes,genre,boxOffice,releaseDateTheaters
dune_2021,Dune,90,83,100,"Sci-fi, Drama",$100M,2021-10-22
no_money,No Money,,40,90,Drama,,2019-05-01
`
const REVIEWS = `id,reviewId,criticName,originalScore,reviewText,scoreSentiment
dune_2021,1,A Critic,4/5,Good.,POSITIVE
`
const IMDB = `Title,Year,Runtime,imdbRating,imdbID,tomatoURL
Dune,2021,155 min,8.0,tt1160419,http://www.rottentomatoes.com/m/dune_2021/
`

async function opened(files: Record<string, string> = { 'm.csv': MOVIES, 'r.csv': REVIEWS }) {
  const layout = await lakeOf(files)
  await run(layout)
  const engine = await openEngine({ lake: layout.root })
  const events: EngineEvent[] = []
  engine.subscribe((event) => events.push(event))
  return { layout, engine, events }
}

const film = async (engine: Engine, film_id: string) => (await engine.request('films.get', { film_id })).film

test('a corrected film changes at once: pages, reports, SQL, with its mark', async () => {
  const { engine, events } = await opened()
  const before = await engine.request('report.timeline', {})
  expect(before.buckets.find(({ year }) => year === 2019)?.box_office_usd).toBeNull()
  expect(before.contributed).toBe(0)
  const { contribution } = await engine.request('contributions.film', {
    film_id: 'rt:no_money',
    box_office_usd: 9_000_000,
    audience_score: 55,
    author: 'ana',
    reason: 'press kit',
  })
  expect(contribution).toMatchObject({
    kind: 'film',
    film_id: 'rt:no_money',
    film_title: 'No Money',
    before: { box_office_usd: null, audience_score: null },
    after: { box_office_usd: 9_000_000, audience_score: 55 },
    author: 'ana',
    active: true,
    conflicts: [],
  })
  expect(events).toContainEqual({ type: 'contributed' })
  expect(await film(engine, 'rt:no_money')).toMatchObject({
    box_office_usd: 9_000_000,
    audience_score: 55,
    revenue_per_minute: 100_000,
    contributed: ['box_office_usd', 'audience_score'],
  })
  expect(await film(engine, 'rt:dune_2021')).toMatchObject({ box_office_usd: 100_000_000, contributed: null })
  const after = await engine.request('report.timeline', {})
  expect(after.buckets.find(({ year }) => year === 2019)).toMatchObject({
    box_office_usd: 9_000_000,
    contributed: 1,
  })
  expect(after.buckets.find(({ year }) => year === 2021)?.contributed).toBe(0)
  expect(after.contributed).toBe(1)
  const { rows } = await engine.request('sql.query', { sql: 'SELECT sum(box_office_usd) AS usd FROM films' })
  expect(rows).toEqual([{ usd: 109_000_000 }])
  await engine.request('contributions.undo', {})
  expect(await film(engine, 'rt:no_money')).toMatchObject({ box_office_usd: null, contributed: null })
  await engine.request('contributions.redo', {})
  expect(await film(engine, 'rt:no_money')).toMatchObject({ box_office_usd: 9_000_000 })
  await engine.close()
})

test('of two edits of one value the later holds; the other value keeps its own', async () => {
  const { engine } = await opened()
  await engine.request('contributions.film', {
    film_id: 'rt:dune_2021',
    box_office_usd: 1,
    audience_score: 10,
  })
  await engine.request('contributions.film', { film_id: 'rt:dune_2021', box_office_usd: null })
  expect(await film(engine, 'rt:dune_2021')).toMatchObject({
    box_office_usd: null,
    revenue_per_minute: null,
    audience_score: 10,
  })
  await expect(
    engine.request('contributions.film', { film_id: 'rt:dune_2021', box_office_usd: null }),
  ).rejects.toMatchObject({ code: 'NOTHING_CHANGED' })
  await engine.request('contributions.undo', {})
  expect(await film(engine, 'rt:dune_2021')).toMatchObject({ box_office_usd: 1 })
  await engine.close()
})

test('a contributed review shows under its film under every filter', async () => {
  const { engine } = await opened()
  const { contribution } = await engine.request('contributions.review', {
    film_id: 'rt:dune_2021',
    score: '3.5/4',
    text: 'Vu deux fois, "encore".',
    critic: 'Ana',
  })
  expect(contribution).toMatchObject({
    kind: 'review',
    before: null,
    after: { score_ratio: 0.875, score_scale: '/4', sentiment: 'positive' },
  })
  for (const filters of [{}, { from_year: 2100 }, { genres: ['Western'] }, { min_imdb: 9 }]) {
    const { rows } = await engine.request('reviews.page', { film_id: 'rt:dune_2021', filters })
    expect(rows.filter(({ origin }) => origin === 'contribution')).toMatchObject([
      { review_text: 'Vu deux fois, "encore".', critic_name: 'Ana', rt_id: 'dune_2021', score_ratio: 0.875 },
    ])
  }
  expect((await engine.request('films.get', { film_id: 'rt:dune_2021' })).reviews.total).toBe(2)
  expect((await engine.request('reviews.page', { search: 'ENCORE' })).total).toBe(1)
  expect((await engine.request('reviews.page', { filters: { from_year: 2100 } })).total).toBe(0)
  await engine.close()
})

test('contributions outlive a new run, an id that changes, and exported files that are removed', async () => {
  const { layout, engine } = await opened()
  await engine.request('contributions.film', { film_id: 'rt:dune_2021', box_office_usd: 5 })
  await engine.request('contributions.review', { film_id: 'rt:dune_2021', text: 'Mine.' })
  const { writeFile } = await import('node:fs/promises')
  const imdb = join(layout.root, '..', 'imdb.csv')
  await writeFile(imdb, IMDB)
  await land(layout, [imdb])
  await rm(join(layout.contributions, 'film_edits.parquet'))
  await run(layout)
  expect(await film(engine, 'tt1160419')).toMatchObject({
    box_office_usd: 5,
    contributed: ['box_office_usd'],
  })
  const { rows } = await engine.request('reviews.page', { film_id: 'tt1160419' })
  expect(rows.map(({ review_text }) => review_text)).toContain('Mine.')
  expect((await engine.request('contributions.list', {})).contributions).toMatchObject([
    { film_id: 'tt1160419', film_found: true },
    { film_id: 'tt1160419', film_found: true, conflicts: [] },
  ])
  await engine.close()
})

test('a new run that brings another value is told as a conflict; a film that is gone waits', async () => {
  const { layout, engine } = await opened()
  await engine.request('contributions.film', { film_id: 'rt:dune_2021', box_office_usd: 5 })
  const { writeFile } = await import('node:fs/promises')
  const again = join(layout.root, '..', 'again.csv')
  await writeFile(again, MOVIES.replace('$100M', '$120M'))
  await land(layout, [again])
  await run(layout)
  const { contributions } = await engine.request('contributions.list', {})
  expect(contributions).toMatchObject([
    { conflicts: [{ column: 'box_office_usd', source_was: 100_000_000, source_is: 120_000_000 }] },
  ])
  expect(await film(engine, 'rt:dune_2021')).toMatchObject({ box_office_usd: 5 })
  await engine.close()
  const other = await opened({ 'm.csv': MOVIES.replaceAll('dune_2021', 'other_film') })
  const { document } = await engineDocument(layout.root)
  await other.engine.request('contributions.import', { document })
  expect((await other.engine.request('contributions.list', {})).contributions).toMatchObject([
    { film_found: false, film_title: 'Dune', active: true },
  ])
  await other.engine.close()
})

test.each([
  [{ film_id: 'tt9', box_office_usd: 5 }, 'FILM_NOT_FOUND'],
  [{ film_id: 'rt:dune_2021', box_office_usd: 0 }, 'BAD_REQUEST'],
  [{ film_id: 'rt:dune_2021', audience_score: 101 }, 'BAD_REQUEST'],
  [{ film_id: 'rt:dune_2021' }, 'NOTHING_CHANGED'],
])('an edit that makes no sense is refused: %j', async (params, code) => {
  const { engine } = await opened()
  await expect(engine.request('contributions.film', params)).rejects.toMatchObject({ code })
  expect((await engine.request('contributions.list', {})).contributions).toEqual([])
  await engine.close()
})

test.each([
  ['6/5', 'above_scale'],
  ['3/0', 'bad_denominator'],
  ['wonderful', 'unknown'],
])('a score on no scale is refused, and told while it is typed: %s', async (score, score_scale) => {
  const { engine } = await opened()
  await expect(
    engine.request('contributions.review', { film_id: 'rt:dune_2021', text: 'x', score }),
  ).rejects.toMatchObject({ code: 'SCORE_NOT_UNDERSTOOD' })
  expect(await engine.request('contributions.score', { score })).toMatchObject({
    score_ratio: null,
    score_scale,
  })
  expect(await engine.request('contributions.score', { score: 'B+' })).toMatchObject({
    score_scale: 'letter',
  })
  await engine.close()
})

async function engineDocument(lake: string) {
  const engine = await openEngine({ lake })
  try {
    return await engine.request('contributions.export', {})
  } finally {
    await engine.close()
  }
}
