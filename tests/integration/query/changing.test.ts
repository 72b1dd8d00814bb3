import { rm } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { api } from '../../../src/pipeline/api.ts'
import { facets, filmsPage, reviewsPage } from '../../../src/pipeline/query/index.ts'
import { talents } from '../../../src/pipeline/reports/index.ts'
import { engineOn, openRun } from '../../helpers/open-run.ts'
import { publishedLake, publishRows } from '../../helpers/published-lake.ts'

const films = (title: string, n = 3) =>
  Array.from({ length: n }, (_, i) => ({ film_id: `f${i}`, title, year: 2000 }))
const reviews = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ review_id: `r${i}`, film_id: 'f0', review_text: `Text ${i} of it` }))

describe('another run is published meanwhile', () => {
  it('a run that is open keeps to what it opened; the next question sees the new one', async () => {
    const layout = await publishedLake({ films: films('Old'), reviews: reviews(2) })
    const old = await openRun(layout)
    await publishRows(layout, { films: films('New', 5), reviews: reviews(4) }, '20260102T000000Z-000000')
    const params = {
      films: api['films.page'].params.parse({}),
      reviews: api['reviews.page'].params.parse({}),
    }
    expect((await filmsPage(old, params.films)).rows.map(({ title }) => title)).toEqual(['Old', 'Old', 'Old'])
    expect((await reviewsPage(old, params.reviews)).total).toBe(2)
    const engine = await engineOn(layout)
    const { total, rows } = await engine.request('films.page', {})
    expect([total, rows[0]?.title]).toEqual([5, 'New'])
  })

  it('questions in flight while runs follow each other are each answered by one whole run', async () => {
    const layout = await publishedLake({ films: films('run 1', 1), reviews: reviews(1) })
    const engine = await engineOn(layout)
    const answers: Promise<unknown>[] = []
    for (let n = 2; n <= 12; n++) {
      for (let each = 0; each < 5; each++)
        answers.push(
          engine.request('films.page', { search: 'run', sort: 'title' }).then(({ total, rows }) => {
            expect(rows).toHaveLength(total)
            expect(new Set(rows.map(({ title }) => title))).toEqual(new Set([`run ${total}`]))
          }),
          engine.request('reviews.page', { search: 'text' }),
          engine.request('films.facets', { filters: { from_year: 1990 } }),
          engine.request('report.talents', {}),
          engine.request('sql.query', { sql: 'SELECT count(*), min(title) FROM films' }),
        )
      await publishRows(
        layout,
        { films: films(`run ${n}`, n), reviews: reviews(n) },
        `20260102T0000${n}Z-000000`,
      )
    }
    const settled = await Promise.allSettled(answers)
    // The files of the run before may be gone by the time a query of one's own opens them: said in its words.
    for (const each of settled)
      if (each.status === 'rejected') expect(['TABLE_MISSING', 'SQL_ERROR']).toContain(each.reason.code)
    expect(settled.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(200)
    expect(await engine.request('films.page', {})).toMatchObject({ total: 12 })
  })
})

describe('a question that is cancelled', () => {
  it('before, or while others wait for the same work, leaves them alone', async () => {
    const run = await openRun(await publishedLake({ films: films('A'), reviews: reviews(50) }))
    const gone = AbortSignal.abort()
    const params = api['reviews.page'].params.parse({ search: 'text' })
    await expect(reviewsPage(run, params, gone)).rejects.toMatchObject({ code: 'CANCELLED' })
    await expect(facets(run, {}, gone)).rejects.toMatchObject({ code: 'CANCELLED' })
    await expect(talents(run, { min_films: 1, top: 5 }, gone)).rejects.toMatchObject({ code: 'CANCELLED' })
    const controller = new AbortController()
    const [left, stayed] = [reviewsPage(run, params, controller.signal), reviewsPage(run, params)]
    setTimeout(() => controller.abort(), 1)
    await Promise.allSettled([left])
    expect((await stayed).total).toBe(50)
    expect((await reviewsPage(run, params)).total).toBe(50)
  })

  it('an engine that closes while questions are open ends them all', async () => {
    const engine = await engineOn(await publishedLake({ films: films('A', 500), reviews: reviews(5000) }))
    await engine.request('films.page', {})
    const open = Promise.allSettled([
      engine.request('reviews.page', { search: 'text of' }),
      engine.request('report.talents', {}),
      engine.request('report.genres', { chart: true }),
      engine.request('sql.query', { sql: 'SELECT count(*) FROM range(1000000000) a, range(1000) b' }),
    ])
    await engine.close()
    for (const { status, ...rest } of await open)
      if (status === 'rejected') expect((rest as PromiseRejectedResult).reason.code).toBe('CANCELLED')
  })
})

it('a table that goes away under an open run is told, and does not end the engine', async () => {
  const layout = await publishedLake({ films: films('A'), reviews: reviews(5) })
  const engine = await engineOn(layout)
  expect(await engine.request('films.page', {})).toMatchObject({ total: 3 })
  await rm(`${layout.curated}/reviews`, { recursive: true })
  await expect(engine.request('reviews.page', {})).rejects.toMatchObject({ code: 'TABLE_MISSING' })
  expect(await engine.request('films.page', { search: 'a' })).toMatchObject({ total: 3 })
})
