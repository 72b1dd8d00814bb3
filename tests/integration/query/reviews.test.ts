import { describe, expect, it } from 'vitest'
import { api, type Film, type Params, type Review } from '../../../src/pipeline/api.ts'
import { type Published, reviewsPage } from '../../../src/pipeline/query/index.ts'
import { runOf } from '../../helpers/open-run.ts'

const FILMS: Partial<Film>[] = [
  { film_id: 'a', year: 1990, genres: ['Drama'], imdb_rating: 8 },
  { film_id: 'b', year: 2000, genres: ['Comedy'], imdb_rating: null },
  { film_id: 'c', year: null, genres: null, imdb_rating: null },
]
const REVIEWS: Partial<Review>[] = [
  {
    review_id: 'a/1',
    film_id: 'a',
    critic_name: 'Zoé Lee',
    publication_name: 'Le Monde',
    is_top_critic: true,
    sentiment: 'positive',
    score_ratio: 0.8,
    review_text: 'It’s a «masterpiece» — of sorts.\nTruly',
    created_at: '2020-01-01',
  },
  {
    review_id: 'a/2',
    film_id: 'a',
    critic_name: 'adam',
    publication_name: null,
    is_top_critic: false,
    sentiment: 'negative',
    score_ratio: 0.8,
    review_text: "Don't go & don't look: 50% dull",
    created_at: null,
  },
  {
    review_id: 'b/1',
    film_id: 'b',
    critic_name: 'Élise',
    is_top_critic: null,
    sentiment: null,
    score_ratio: null,
    review_text: 'Of sorts, a master piece.',
    created_at: '2021-05-05',
  },
  { review_id: 'c/1', film_id: 'c', critic_name: null, review_text: null, created_at: '2019-01-01' },
  {
    review_id: 'x/1',
    film_id: null,
    orphan_reason: 'film_unknown',
    critic_name: 'Bo',
    review_text: 'Masterpiece of its own',
    created_at: '2018-01-01',
  },
]

const page = (run: Published, params: Params<'reviews.page'> = {}) =>
  reviewsPage(run, api['reviews.page'].params.parse(params))
const ids = async (run: Published, params: Params<'reviews.page'> = {}) =>
  (await page(run, params)).rows.map((review) => review.review_id)

describe.each([
  ['one file', REVIEWS],
  ['three files', [REVIEWS.slice(0, 2), [], REVIEWS.slice(2)]],
])('reviews in %s', (_, reviews) => {
  const rows = { films: FILMS, reviews: reviews as Partial<Review>[] }

  it('come whole, in the order of their files, with orphans', async () => {
    const { total, rows: found } = await page(await runOf(rows))
    expect(total).toBe(5)
    expect(found.map((review) => review.review_id)).toEqual(['a/1', 'a/2', 'b/1', 'c/1', 'x/1'])
    expect(found[0]).toEqual({
      ...Object.fromEntries(Object.keys(found[1] ?? {}).map((key) => [key, null])),
      ...REVIEWS[0],
    })
  })

  it('pass by the values of their film', async () => {
    const run = await runOf(rows)
    expect(await ids(run, { filters: { from_year: 1995 } })).toEqual(['b/1'])
    expect(await ids(run, { filters: { genres: ['drama'], min_imdb: 8 } })).toEqual(['a/1', 'a/2'])
    // Of an orphan, nothing is known.
    expect(await ids(run, { filters: { from_year: 1995, include_unknown: true } })).toEqual([
      'b/1',
      'c/1',
      'x/1',
    ])
    expect(await ids(run, { filters: { include_unknown: true } })).toHaveLength(5)
    expect(await ids(run, { film_id: 'a' })).toEqual(['a/1', 'a/2'])
    expect(await ids(run, { film_id: 'nobody' })).toEqual([])
    expect(await ids(run, { sentiment: 'negative' })).toEqual(['a/2'])
    expect(await ids(run, { top_critic: true })).toEqual(['a/1'])
    expect(await ids(run, { top_critic: false })).toEqual(['a/2'])
    expect(await ids(run, { film_id: 'a', sentiment: 'positive', filters: { to_year: 1989 } })).toEqual([])
  })

  it('are sorted with unknown values last, equal ones as in their files', async () => {
    const run = await runOf(rows)
    expect(await ids(run, { sort: 'created_at' })).toEqual(['x/1', 'c/1', 'a/1', 'b/1', 'a/2'])
    expect(await ids(run, { sort: 'created_at:desc' })).toEqual(['b/1', 'a/1', 'c/1', 'x/1', 'a/2'])
    expect(await ids(run, { sort: 'score_ratio:desc' })).toEqual(['a/1', 'a/2', 'b/1', 'c/1', 'x/1'])
    expect(await ids(run, { sort: 'critic_name' })).toEqual(['a/2', 'x/1', 'b/1', 'a/1', 'c/1'])
    expect(await ids(run, { sort: 'critic_name', limit: 2, offset: 3 })).toEqual(['a/1', 'c/1'])
    for (const column of Object.keys((await page(run)).rows[0] ?? {}))
      expect(await ids(run, { sort: `${column}:desc` }), column).toHaveLength(5)
    for (const sort of ['file_row', 'texts', 'year', 'created_at, 1'])
      await expect(page(run, { sort }), sort).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('are found by what their text, critic or publication contains', async () => {
    const run = await runOf(rows)
    const searches: [string, string[]][] = [
      ['MASTERPIECE', ['a/1', 'x/1']],
      ['masterpiece of', ['a/1', 'x/1']],
      ['masterpiece of sorts truly', ['a/1']],
      ['its', ['a/1', 'x/1']],
      ['it’s a', ['a/1']],
      ['dont go and dont', ['a/2']],
      ["don't go & don't", ['a/2']],
      ['50%', ['a/2']],
      ['0% dull', ['a/2']],
      ['%', ['a/2']],
      ['_', []],
      ['zoe', ['a/1']],
      ['elise', ['b/1']],
      ['lé mônde', ['a/1']],
      // Across two of the three texts there is nothing to find.
      ['truly zoe', []],
      ['lee le monde', []],
      ['of', ['a/1', 'b/1', 'x/1']],
      ['(', []],
      ['\\', []],
    ]
    for (const [search, expected] of searches) expect(await ids(run, { search }), search).toEqual(expected)
    expect(await ids(run, { search: 'masterpiece', filters: { to_year: 1999 } })).toEqual(['a/1'])
    expect(await ids(run, { search: 'of', sort: 'created_at', limit: 1, offset: 1 })).toEqual(['a/1'])
  })
})

it('a run without a review answers with nothing', async () => {
  const run = await runOf({ films: FILMS })
  expect(await page(run, { search: 'a b', sort: 'created_at:desc', filters: { from_year: 1990 } })).toEqual({
    total: 0,
    rows: [],
  })
})
