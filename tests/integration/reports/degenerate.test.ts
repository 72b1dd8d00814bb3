import { describe, expect, it } from 'vitest'
import type { Film } from '../../../src/pipeline/api.ts'
import { correlation, genres, talents, timeline } from '../../../src/pipeline/reports/index.ts'
import { runOf } from '../../helpers/open-run.ts'

const scored = (...scores: [number | null, number | null, number?][]): Partial<Film>[] =>
  scores.map(([imdb_rating, tomato_meter, box_office_usd], n) => ({
    film_id: `f${n}`,
    title: `Film ${n}`,
    imdb_rating,
    tomato_meter,
    box_office_usd: box_office_usd ?? null,
  }))

/** Every number in it, and what JSON makes of it. */
function numbers(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbers) : []
}

describe('critics and audience', () => {
  it.each([
    ['no film', [], { n: 0, left_out: 0, thresholds: { imdb_rating: null, tomato_meter: null } }],
    ['no film with both', scored([7, null], [null, 50], [null, null]), { n: 0, left_out: 3 }],
    ['one film', scored([7, 50, 10]), { n: 1, thresholds: { imdb_rating: 7, tomato_meter: 50 } }],
    ['one rating', scored([7, 50], [7, 60], [7, 90]), { n: 3, pearson_r: null, r2: null, slope: null }],
    ['one meter', scored([6, 50], [7, 50], [8, 50]), { n: 3, pearson_r: null, slope: 0, intercept: 50 }],
    ['two films', scored([6, 40], [8, 80]), { n: 2, pearson_r: 1, r2: 1, slope: 20, intercept: -80 }],
    ['a perfect line', scored([5, 10], [6, 20], [7, 30], [8, 40], [9, 50]), { n: 5, r2: 1, slope: 10 }],
  ])('%s', async (_, films, expected) => {
    const report = await correlation(await runOf({ films }), { chart: true })
    expect(report).toMatchObject({ outliers: [], ...expected })
    expect(report.revenue_by_quadrant.map(({ quadrant }) => quadrant)).toEqual([
      'both_high',
      'critics_only',
      'audience_only',
      'both_low',
    ])
    for (const number of numbers(report)) expect(Number.isFinite(number)).toBe(true)
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
    expect(report.chart).toMatchObject({ kind: 'points', cells: [] })
    expect(report.chart?.points).toHaveLength(report.n)
  })

  it('outliers with the same scores are each told, the largest first', async () => {
    const line = Array.from({ length: 60 }, (_, n): [number, number] => [5 + (n % 40) / 10, 40 + (n % 7)])
    const report = await correlation(await runOf({ films: scored(...line, [8, 95.5], [8, 95.5], [5, 0]) }), {
      chart: false,
    })
    expect(report.outliers.map(({ film_id }) => film_id)).toEqual(['f60', 'f61', 'f62'])
    expect(report.chart).toBeUndefined()
  })

  it('over 2,000 films are drawn as cells that hold each of them', async () => {
    const films = scored(
      ...Array.from({ length: 2100 }, (_, n): [number, number] => [(n % 101) / 10, n % 101]),
    )
    const { chart, n } = await correlation(await runOf({ films }), { chart: true })
    expect(chart?.kind).toBe('density')
    const { dx, dy } = chart?.cell_size ?? { dx: 0, dy: 0 }
    const cells = chart?.cells ?? []
    expect(cells.length).toBeLessThanOrEqual(2000)
    expect(cells.reduce((sum, cell) => sum + cell.n, 0)).toBe(n)
    for (const { x, y, n: inside } of cells) {
      const last = { x: x + dx > 9.99, y: y + dy > 99.9 }
      const here = films.filter(
        ({ imdb_rating, tomato_meter }) =>
          (imdb_rating ?? 0) > x - 1e-9 &&
          ((imdb_rating ?? 0) < x + dx - 1e-9 || last.x) &&
          (tomato_meter ?? 0) >= y &&
          ((tomato_meter ?? 0) < y + dy || last.y),
      )
      expect(inside, `${x} ${y}`).toBe(here.length)
    }
  })
})

describe('timeline', () => {
  it('sums what is known, exactly, and says what is not', async () => {
    const films: Partial<Film>[] = [
      { film_id: 'a', year: 1999, box_office_usd: 9_000_000_000_000_001, imdb_rating: 5 },
      { film_id: 'b', year: 1999, box_office_usd: 2 },
      { film_id: 'c', year: 1990, imdb_rating: 7 },
      { film_id: 'd', year: null, box_office_usd: 5 },
    ]
    const run = await runOf({ films })
    expect(await timeline(run, { by: 'year' })).toEqual({
      run_id: run.manifest.run_id,
      by: 'year',
      filtered: 4,
      left_out: 1,
      without_box_office: 1,
      contributed: 0,
      buckets: [
        {
          year: 1990,
          films: 1,
          films_with_box_office: 0,
          box_office_usd: null,
          mean_imdb_rating: 7,
          contributed: 0,
        },
        {
          year: 1999,
          films: 2,
          films_with_box_office: 2,
          box_office_usd: 9_000_000_000_000_003,
          mean_imdb_rating: 5,
          contributed: 0,
        },
      ],
    })
    const beyond = films.map((film) => ({ ...film, year: 2000, box_office_usd: 9_007_199_254_740_991 }))
    const [sum] = (await timeline(await runOf({ films: beyond }), { by: 'year' })).buckets
    expect(sum?.box_office_usd).toBe(4 * 9_007_199_254_740_991)
    expect((await timeline(run, { by: 'decade' })).buckets).toMatchObject([{ year: 1990, films: 3 }])
    expect(await timeline(await runOf({}), { by: 'year' })).toMatchObject({ filtered: 0, buckets: [] })
  })
})

describe('genres', () => {
  it('count a film once in each of its genres, and leave out what lacks one or the time', async () => {
    const run = await runOf({
      films: [
        {
          film_id: 'a',
          genres: ['Drama', 'War', 'Drama'],
          runtime_minutes: 100,
          box_office_usd: 10,
          revenue_per_minute: 0.1,
        },
        { film_id: 'b', genres: ['Drama'], runtime_minutes: null, box_office_usd: 30 },
        { film_id: 'c', genres: null, runtime_minutes: 90 },
        { film_id: 'd', genres: [], runtime_minutes: 90 },
        { film_id: 'e', genres: ['Lost'], runtime_minutes: null },
      ],
    })
    const report = await genres(run, { chart: true })
    expect(report).toMatchObject({ filtered: 5, left_out: 4, outlier_films: [] })
    expect(report.genres).toMatchObject([
      { genre: 'Drama', n: 1, median: 100, median_box_office_usd: 20, median_revenue_per_minute: 0.1 },
      { genre: 'War', n: 1, median: 100, median_box_office_usd: 10 },
    ])
    expect(await genres(await runOf({}), { chart: true })).toMatchObject({ genres: [], outlier_films: [] })
  })

  it('draw the farthest outliers, at most 40 of a genre', async () => {
    const films = Array.from({ length: 1000 }, (_, n) => ({
      film_id: `f${String(n).padStart(4, '0')}`,
      genres: ['Long'],
      runtime_minutes: n < 60 ? 200 + n : 90 + (n % 11),
    }))
    const report = await genres(await runOf({ films }), { chart: true })
    expect(report.genres[0]).toMatchObject({ outliers: 60, max: 259 })
    expect(report.outlier_films?.map(({ runtime_minutes }) => runtime_minutes)).toEqual(
      Array.from({ length: 40 }, (_, n) => 259 - n),
    )
  })
})

describe('talents', () => {
  const credit = (person_id: string, film_id: string, role = 'director', name = person_id) => ({
    person_id,
    film_id,
    name,
    role,
    source: 's',
    position: 1,
  })
  const films: Partial<Film>[] = [
    { film_id: 'a', year: 2000, box_office_usd: 100, runtime_minutes: 100, imdb_rating: 5 },
    { film_id: 'b', year: 2000, box_office_usd: 50, runtime_minutes: null, imdb_rating: null },
    { film_id: 'c', year: null, box_office_usd: null, runtime_minutes: 50, imdb_rating: 8 },
    { film_id: 'd', year: 2001, box_office_usd: 150, runtime_minutes: 150 },
  ]

  it('count a film once for each person and part, and divide only where both are known', async () => {
    const run = await runOf({
      films,
      people: [
        credit('p', 'a'),
        { ...credit('p', 'a'), source: 'other', name: 'P. Other' },
        credit('p', 'a', 'writer'),
        credit('p', 'b'),
        credit('p', 'c'),
        credit('q', 'd', 'director', 'Zoe'),
        credit('r', 'd', 'director', 'Adam'),
        credit('s', 'c', 'actor'),
        credit('t', 'gone', 'actor'),
        credit('u', 'a', 'composer'),
      ],
    })
    const report = await talents(run, { min_films: 1, top: 20 })
    expect(report).toMatchObject({ filtered: 4, left_out: 0 })
    expect(report.talents).toEqual([
      {
        person_id: 's',
        name: 's',
        role: 'actor',
        films: 1,
        box_office_usd: null,
        mean_imdb_rating: 8,
        revenue_per_minute: null,
        contributed: 0,
        by_year: [],
      },
      // As much as the two others, but over more films; they by their names.
      {
        person_id: 'p',
        name: 'p',
        role: 'director',
        films: 3,
        box_office_usd: 150,
        mean_imdb_rating: 6.5,
        revenue_per_minute: 1,
        contributed: 0,
        by_year: [{ year: 2000, films: 2, box_office_usd: 150 }],
      },
      expect.objectContaining({ person_id: 'r', name: 'Adam' }),
      expect.objectContaining({ person_id: 'q', name: 'Zoe' }),
      expect.objectContaining({ person_id: 'p', role: 'writer', films: 1, box_office_usd: 100 }),
    ])
    const few = await talents(run, { min_films: 2, top: 1, filters: { min_imdb: 1, include_unknown: true } })
    expect(few.talents.map(({ person_id, role }) => [person_id, role])).toEqual([['p', 'director']])
    const old = await talents(run, { role: 'director', min_films: 1, top: 1, filters: { to_year: 2000 } })
    expect(old).toMatchObject({ filtered: 2, left_out: 0, talents: [{ person_id: 'p', films: 2 }] })
  })

  it('without people there is nobody', async () => {
    expect(await talents(await runOf({ films }), { min_films: 1, top: 5 })).toMatchObject({
      filtered: 4,
      left_out: 4,
      talents: [],
    })
  })
})
