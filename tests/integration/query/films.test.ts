import { describe, expect, it } from 'vitest'
import { api, type Film, type Params } from '../../../src/pipeline/api.ts'
import {
  facets,
  filmCounts,
  filmDetail,
  filmsPage,
  type Published,
} from '../../../src/pipeline/query/index.ts'
import { runOf } from '../../helpers/open-run.ts'

const FILMS: Partial<Film>[] = [
  { film_id: 'tt1', title: 'Amélie', year: 2001, genres: ['Comedy', 'Romance'], imdb_rating: 8.3 },
  { film_id: 'tt2', title: 'Das Boot', year: 1981, genres: ['Drama', 'War'], imdb_rating: 8.4 },
  { film_id: 'tt3', title: 'Kids & Co.', year: 1990, genres: ['Kids & Family'], imdb_rating: null },
  { film_id: 'tt4', title: 'Élite', year: null, genres: ['Drama'], imdb_rating: 5 },
  { film_id: 'tt5', title: 'zebra', year: 1990, genres: null, imdb_rating: 10 },
  {
    film_id: 'rt:one_hundred',
    rt_id: 'one_hundred',
    title: '100% Wolf',
    year: 2020,
    genres: [],
    imdb_rating: 0.5,
  },
  { film_id: 'tt7', title: null, year: null, genres: null, imdb_rating: null },
  { film_id: 'tt8', title: '!!!', year: 1981, genres: ['Sci-Fi', "L'Étrange"], imdb_rating: 7.5 },
]
const PEOPLE = [
  { person_id: 'p1', film_id: 'tt1', name: 'Jean-Pierre Jeunet', role: 'director', source: 's', position: 1 },
  { person_id: 'p2', film_id: 'tt1', name: 'Audrey Tautou', role: 'actor', source: 's', position: 1 },
  { person_id: 'p3', film_id: 'tt2', name: 'Wolfgang Petersen', role: 'director', source: 's', position: 1 },
  {
    person_id: 'p4',
    film_id: 'tt2',
    name: 'Lothar-Günther Buchheim',
    role: 'writer',
    source: 's',
    position: 2,
  },
]

const page = (run: Published, params: Params<'films.page'> = {}) =>
  filmsPage(run, api['films.page'].params.parse(params))
const ids = async (run: Published, params: Params<'films.page'> = {}) =>
  (await page(run, params)).rows.map((film) => film.film_id)

describe('a person', () => {
  it('has the films of any part, or of this one, and no namesake’s', async () => {
    const run = await runOf({
      films: FILMS,
      people: [
        ...PEOPLE,
        {
          person_id: 'p1',
          film_id: 'tt2',
          name: 'Jean-Pierre Jeunet',
          role: 'writer',
          source: 's',
          position: 1,
        },
        {
          person_id: 'p9',
          film_id: 'tt3',
          name: 'Jean-Pierre Jeunet',
          role: 'director',
          source: 's',
          position: 1,
        },
      ],
    })
    expect(await ids(run, { person_id: 'p1' })).toEqual(['tt1', 'tt2'])
    expect(await ids(run, { person_id: 'p1', role: 'director' })).toEqual(['tt1'])
    expect(await ids(run, { person_id: 'p1', role: 'actor' })).toEqual([])
    expect(await ids(run, { person_id: "p1' OR true" })).toEqual([])
  })
})

describe('filters', () => {
  it('without any, every film passes, by its id', async () => {
    const run = await runOf({ films: FILMS })
    expect(await ids(run)).toEqual(['rt:one_hundred', 'tt1', 'tt2', 'tt3', 'tt4', 'tt5', 'tt7', 'tt8'])
    expect(await ids(run, { filters: { include_unknown: true } })).toHaveLength(8)
    expect(await ids(run, { filters: { genres: [] } })).toHaveLength(8)
  })

  it('bounds are inclusive, what is unknown passes only when asked for', async () => {
    const run = await runOf({ films: FILMS })
    expect(await ids(run, { filters: { from_year: 1981, to_year: 1990 } })).toEqual([
      'tt2',
      'tt3',
      'tt5',
      'tt8',
    ])
    expect(await ids(run, { filters: { from_year: 2001, include_unknown: true } })).toEqual([
      'rt:one_hundred',
      'tt1',
      'tt4',
      'tt7',
    ])
    expect(await ids(run, { filters: { min_imdb: 8.3, max_imdb: 8.4 } })).toEqual(['tt1', 'tt2'])
    expect(await ids(run, { filters: { min_imdb: 10 } })).toEqual(['tt5'])
    expect(await ids(run, { filters: { max_imdb: 0.5, include_unknown: true } })).toEqual([
      'rt:one_hundred',
      'tt3',
      'tt7',
    ])
    expect(await ids(run, { filters: { min_imdb: 9, max_imdb: 1 } })).toEqual([])
  })

  it('any of the genres is enough, whatever their case, accents and punctuation', async () => {
    const run = await runOf({ films: FILMS })
    expect(await ids(run, { filters: { genres: ['war', 'COMEDY'] } })).toEqual(['tt1', 'tt2'])
    expect(await ids(run, { filters: { genres: ['kids and family'] } })).toEqual(['tt3'])
    expect(await ids(run, { filters: { genres: ["l'etrange"] } })).toEqual(['tt8'])
    expect(await ids(run, { filters: { genres: ['sci fi'] } })).toEqual(['tt8'])
    expect(await ids(run, { filters: { genres: ['Western'] } })).toEqual([])
    expect(await ids(run, { filters: { genres: ['Western'], include_unknown: true } })).toEqual([
      'rt:one_hundred',
      'tt5',
      'tt7',
    ])
    for (const odd of ["'", "') OR true --", '%', '_', '"', '\\', 'a\u0000b', '\ud800', ' '])
      expect(await ids(run, { filters: { genres: [odd] } }), odd).toEqual([])
  })

  it('filters add up', async () => {
    const run = await runOf({ films: FILMS })
    const filters = { from_year: 1980, to_year: 2000, genres: ['Drama', 'Sci-Fi'], min_imdb: 8 }
    expect(await ids(run, { filters })).toEqual(['tt2'])
    expect(await ids(run, { filters: { ...filters, include_unknown: true } })).toEqual(['tt2', 'tt5', 'tt7'])
  })
})

describe('order', () => {
  it('puts unknown values last either way, and equal ones by id', async () => {
    const run = await runOf({ films: FILMS })
    const years = ['tt2', 'tt8', 'tt3', 'tt5', 'tt1', 'rt:one_hundred', 'tt4', 'tt7']
    expect(await ids(run, { sort: 'year' })).toEqual(years)
    expect(await ids(run, { sort: 'year:asc' })).toEqual(years)
    expect(await ids(run, { sort: 'year:desc' })).toEqual([
      'rt:one_hundred',
      'tt1',
      'tt3',
      'tt5',
      'tt2',
      'tt8',
      'tt4',
      'tt7',
    ])
  })

  it('reads text without case and accents', async () => {
    const run = await runOf({ films: FILMS })
    expect(await ids(run, { sort: 'title' })).toEqual([
      'tt8',
      'rt:one_hundred',
      'tt1',
      'tt2',
      'tt4',
      'tt3',
      'tt5',
      'tt7',
    ])
  })

  it('takes every column of the table, and nothing else', async () => {
    const run = await runOf({ films: FILMS })
    for (const column of Object.keys((await page(run)).rows[0] ?? {}).filter(
      (name) => name !== 'contributed',
    )) {
      expect((await page(run, { sort: column })).rows, column).toHaveLength(8)
      expect((await page(run, { sort: `${column}:desc` })).rows, column).toHaveLength(8)
    }
    for (const sort of [
      'nonsense',
      '',
      'year;',
      'year:down',
      'year DESC',
      '1',
      'rowid',
      'title_normalised--',
      '":desc',
    ])
      await expect(page(run, { sort }), sort).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        message: expect.stringMatching(/^sort: /),
      })
  })

  it('pages fit together', async () => {
    const run = await runOf({ films: FILMS })
    const whole = await ids(run, { sort: 'imdb_rating:desc' })
    const pages = [0, 3, 6, 9].map((offset) => ids(run, { sort: 'imdb_rating:desc', limit: 3, offset }))
    expect((await Promise.all(pages)).flat()).toEqual(whole)
    expect(await page(run, { limit: 0 })).toEqual({ total: 8, rows: [] })
    expect(await page(run, { offset: 1e15 })).toEqual({ total: 8, rows: [] })
    expect((await page(run, { limit: 10_000 })).rows).toHaveLength(8)
  })
})

/** What is typed, and what it finds. */
const SEARCHES: [string, string[]][] = [
  ['amelie', ['tt1']],
  ['AMÉLIE', ['tt1']],
  ['  boot ', ['tt2']],
  ['s bo', ['tt2']],
  ['boot das', []],
  ['jeunet', ['tt1']],
  ['pierre jeunet', ['tt1']],
  ['gunther', ['tt2']],
  ['tt2', ['tt2']],
  ['one_hundred', ['rt:one_hundred']],
  ['rt:one', ['rt:one_hundred']],
  ['kids and co', ['tt3']],
  ['kids & co', ['tt3']],
  ['100%', ['rt:one_hundred']],
  ['%', ['rt:one_hundred']],
  ['_', ['rt:one_hundred']],
  ['!!!', ['tt8']],
  ['wolf', ['rt:one_hundred', 'tt2']],
  ['amelie jean', []],
  ["' OR true --", []],
  ['[a-z]+', []],
  ['.*', []],
  ['\ud800', []],
  ['\u0000', []],
  ['', ['rt:one_hundred', 'tt1', 'tt2', 'tt3', 'tt4', 'tt5', 'tt7', 'tt8']],
]

it('search finds what contains the text, case and accents aside', async () => {
  const run = await runOf({ films: FILMS, people: PEOPLE })
  for (const [search, expected] of SEARCHES) {
    expect(await ids(run, { search }), search).toEqual(expected)
    expect((await page(run, { search, limit: 0 })).total, search).toBe(expected.length)
  }
})

describe('one film', () => {
  it('has its people by part and its reviews in figures', async () => {
    const review = { film_id: 'tt2', review_text: 'Deep.', origin: 'source' as const }
    const run = await runOf({
      films: FILMS,
      people: PEOPLE,
      reviews: [
        { ...review, review_id: 'a', sentiment: 'positive', is_top_critic: true, score_ratio: 1 },
        { ...review, review_id: 'b', sentiment: 'negative', is_top_critic: false, score_ratio: 0.5 },
        { ...review, review_id: 'c' },
        { ...review, review_id: 'd', film_id: 'tt1' },
      ],
    })
    const detail = await filmDetail(run, { film_id: 'tt2' })
    expect(detail.film).toMatchObject({ title: 'Das Boot', genres: ['Drama', 'War'], contributed: null })
    expect(detail.people.map(({ name, role }) => [role, name])).toEqual([
      ['director', 'Wolfgang Petersen'],
      ['writer', 'Lothar-Günther Buchheim'],
    ])
    expect(detail.reviews).toEqual({
      total: 3,
      positive: 1,
      negative: 1,
      top_critic: 1,
      scored: 2,
      mean_score_ratio: 0.75,
    })
  })

  it('without people or reviews has none, and unknown ids are told', async () => {
    const run = await runOf({ films: FILMS })
    expect(await filmDetail(run, { film_id: 'tt5' })).toMatchObject({
      people: [],
      reviews: { total: 0, positive: 0, negative: 0, top_critic: 0, scored: 0, mean_score_ratio: null },
    })
    for (const film_id of ['tt', 'TT1', "' OR 1=1 --", '\ud800'])
      await expect(filmDetail(run, { film_id }), film_id).rejects.toMatchObject({ code: 'FILM_NOT_FOUND' })
  })
})

describe('facets', () => {
  it('count what each control would give', async () => {
    const run = await runOf({ films: FILMS })
    expect(await facets(run, {})).toEqual({
      n: 8,
      total: 8,
      years: [
        { year: 1981, n: 2 },
        { year: 1990, n: 2 },
        { year: 2001, n: 1 },
        { year: 2020, n: 1 },
      ],
      genres: [
        { genre: 'Drama', n: 2 },
        { genre: 'Comedy', n: 1 },
        { genre: 'Kids & Family', n: 1 },
        { genre: "L'Étrange", n: 1 },
        { genre: 'Romance', n: 1 },
        { genre: 'Sci-Fi', n: 1 },
        { genre: 'War', n: 1 },
      ],
      imdb: [
        { from: 0.5, n: 1 },
        { from: 5, n: 1 },
        { from: 7.5, n: 1 },
        { from: 8, n: 2 },
        { from: 9.5, n: 1 },
      ],
      unknown: 0,
      bounds: { min_year: 1981, max_year: 2020, max_imdb: expect.any(Number) },
    })
  })

  it('leave their own filter out, and tell how many films are left out as unknown', async () => {
    const run = await runOf({ films: FILMS })
    const filters = { from_year: 1980, to_year: 1990, genres: ['Drama', 'Sci-Fi'] }
    const strict = await facets(run, { filters })
    expect(strict).toMatchObject({ n: 2, total: 8, unknown: 3 })
    expect(strict.years).toEqual([{ year: 1981, n: 2 }])
    expect(strict.genres.map(({ genre }) => genre)).toEqual([
      'Drama',
      'Kids & Family',
      "L'Étrange",
      'Sci-Fi',
      'War',
    ])
    expect(strict.imdb).toEqual([
      { from: 7.5, n: 1 },
      { from: 8, n: 1 },
    ])
    const lenient = await facets(run, { filters: { ...filters, include_unknown: true } })
    expect(lenient).toMatchObject({ n: 5, total: 8, unknown: 3 })
    const { n, total, unknown, bounds } = lenient
    expect(await filmCounts(run, { filters: { ...filters, include_unknown: true } })).toEqual({
      n,
      total,
      unknown,
      bounds,
    })
  })
})

describe('a run without rows', () => {
  it('answers with nothing, not with errors', async () => {
    const run = await runOf({})
    expect(
      await page(run, { search: 'a', sort: 'title', filters: { genres: ['Drama'], from_year: 1990 } }),
    ).toEqual({
      total: 0,
      rows: [],
    })
    expect(await facets(run, { filters: { min_imdb: 5 } })).toEqual({
      n: 0,
      total: 0,
      years: [],
      genres: [],
      imdb: [],
      unknown: 0,
      bounds: { min_year: null, max_year: null, max_imdb: null },
    })
  })
})
