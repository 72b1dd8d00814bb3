import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ColumnSummary, Film, Filters } from '../../src/pipeline/api.ts'
import { type Engine, openEngine } from '../../src/pipeline/engine.ts'
import { lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { CURATED } from '../../src/pipeline/lake/schema.ts'
import { land, run } from '../helpers/run.ts'

const DEMO = join(import.meta.dirname, '../../resources/demo')
const NAMES = CURATED.films.map(({ name }) => name)

let folder = ''
let engine: Engine
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cine-columns-'))
  const layout = lakeLayout(folder)
  await land(
    layout,
    ['rt_movies.csv', 'rt_reviews.csv', 'imdb_kaggle.csv'].map((name) => join(DEMO, name)),
  )
  await run(layout)
  engine = await openEngine({ lake: folder })
})
afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

interface Question {
  filters?: Filters
  search?: string
}

async function look(question: Question, columns: string[] = NAMES) {
  const { columns: summaries } = await engine.request('films.columns', { ...question, columns })
  const { rows } = await engine.request('films.page', { ...question, limit: 10_000 })
  return { summaries, films: rows }
}

/** The figures of a column as its histogram counts them. */
function figures(films: Film[], { column, kind }: ColumnSummary): number[] {
  return films.flatMap((film) => {
    const value = film[column as keyof Film]
    if (value === null) return []
    return [kind === 'date' ? Number(String(value).slice(0, 4)) : Number(value)]
  })
}

describe.each<[string, Question]>([
  ['all films', {}],
  ['filtered', { filters: { from_year: 1990, to_year: 1999, genres: ['Drama', 'Comedy'] } }],
  ['with unknown values', { filters: { min_imdb: 7, include_unknown: true } }],
  ['searched', { search: 'night' }],
])('%s: what stands over each column is what the films say', (_, question) => {
  test('known and unknown together are the films that are shown', async () => {
    const { summaries, films } = await look(question)
    expect(summaries.map(({ column }) => column)).toEqual(NAMES)
    for (const { column, known, unknown } of summaries) {
      const values = films.filter((film) => film[column as keyof Film] !== null)
      expect({ column, known, unknown }).toEqual({
        column,
        known: values.length,
        unknown: films.length - values.length,
      })
    }
  })

  test('every figure is in exactly one bin, and no bin says more', async () => {
    const { summaries, films } = await look(question)
    for (const summary of summaries) {
      if (summary.kind === 'values') continue
      const values = figures(films, summary)
      expect(summary.min).toBe(values.length > 0 ? Math.min(...values) : null)
      expect(summary.max).toBe(values.length > 0 ? Math.max(...values) : null)
      const counted = summary.bins.map(({ from, to }, at) => {
        const isLast = at === summary.bins.length - 1
        return values.filter((value) => value >= from && (value < to || (isLast && value <= to))).length
      })
      expect({ column: summary.column, n: summary.bins.map(({ n }) => n) }).toEqual({
        column: summary.column,
        n: counted,
      })
      expect(counted.reduce((sum, n) => sum + n, 0)).toBe(values.length)
      for (let at = 1; at < summary.bins.length; at++)
        expect(summary.bins[at]?.from).toBe(summary.bins[at - 1]?.to)
    }
  })

  test('the most frequent values and how many different ones', async () => {
    const { summaries, films } = await look(question)
    for (const summary of summaries) {
      if (summary.kind !== 'values') continue
      const counts = new Map<string, number>()
      for (const film of films) {
        const value = film[summary.column as keyof Film]
        const items = Array.isArray(value) ? value : value === null ? [] : [String(value)]
        for (const item of new Set(items)) counts.set(item, (counts.get(item) ?? 0) + 1)
      }
      expect({ column: summary.column, distinct: summary.distinct }).toEqual({
        column: summary.column,
        distinct: counts.size,
      })
      const frequencies = [...counts.values()].toSorted((one, other) => other - one).slice(0, 5)
      expect(summary.top.map(({ n }) => n)).toEqual(frequencies)
      for (const { value, n } of summary.top) expect(counts.get(value)).toBe(n)
    }
  })
})

test('no film: no value, no bin', async () => {
  const { summaries } = await look({ filters: { from_year: 2199 } }, ['year', 'genres'])
  expect(summaries).toEqual([
    { column: 'year', kind: 'number', known: 0, unknown: 0, min: null, max: null, bins: [] },
    { column: 'genres', kind: 'values', known: 0, unknown: 0, distinct: 0, top: [] },
  ])
})

test('only columns of the table are looked at, each once', async () => {
  const { columns } = await engine.request('films.columns', { columns: ['year', 'title', 'year'] })
  expect(columns.map(({ column }) => column)).toEqual(['year', 'title'])
  for (const bad of ['no_such', 'year; DROP TABLE films', 'contributed'])
    await expect(engine.request('films.columns', { columns: [bad] })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
})

describe('reviews with their films', () => {
  test('each has the title and the year of its film, and only when asked for', async () => {
    const asked = await engine.request('reviews.page', { limit: 200, with_film: true, sort: 'film_title' })
    const { rows: films } = await engine.request('films.page', { limit: 10_000 })
    const byId = new Map(films.map((film) => [film.film_id, film]))
    for (const { film_id, film_title, film_year } of asked.rows) {
      const film = byId.get(film_id ?? '')
      expect([film_title, film_year]).toEqual([film?.title ?? null, film?.year ?? null])
    }
    const titles = asked.rows.map(({ film_title }) => film_title?.toLowerCase() ?? '')
    expect(titles).toEqual(titles.toSorted())
    const plain = await engine.request('reviews.page', { limit: 1 })
    expect(Object.keys(plain.rows[0] ?? {})).not.toContain('film_title')
  })

  test('in any order every review is on exactly one page', async () => {
    const { total } = await engine.request('reviews.page', { limit: 0 })
    for (const sort of ['film_title', 'film_year:desc', 'created_at:desc']) {
      const seen = new Set<string>()
      for (let offset = 0; offset < total; offset += 1000) {
        const { rows } = await engine.request('reviews.page', { limit: 1000, offset, sort, with_film: true })
        for (const { review_id } of rows) seen.add(review_id)
      }
      expect(seen.size).toBe(total)
    }
  })
})
