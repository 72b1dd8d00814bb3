import { expect, test } from 'vitest'
import { generate } from '../../bench/generate/generate.ts'
import type { Film, Review } from '../../src/pipeline/api.ts'
import { lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { tempLake } from '../helpers/lake.ts'
import { land, published, run } from '../helpers/run.ts'

/** What the generator says of its data must be what the pipeline finds in it. */
test('generated data balances, and its repeats, orphans and shared films are found', async () => {
  const data = await generate({ folder: await tempLake(), films: 3_000, reviews: 15_000, omdb: 500, seed: 7 })
  const { rt_movies, rt_reviews, imdb_kaggle } = data
  const layout = lakeLayout(await tempLake())
  await land(layout, [rt_movies.path, rt_reviews.path, imdb_kaggle.path])
  const { balance } = await run(layout)
  const line = (source: string, { rows, unique }: typeof rt_movies) => ({
    source,
    rows_in: rows,
    rows_out: unique,
    rejected: 0,
    merged: rows - unique,
  })
  expect(balance).toEqual([
    line('imdb_kaggle', imdb_kaggle),
    line('rt_movies', rt_movies),
    line('rt_reviews', rt_reviews),
  ])
  expect(rt_reviews.unique).toBeLessThan(rt_reviews.rows)

  const reviews = await published<Review>(layout, 'reviews')
  expect(reviews.filter((review) => review.film_id === null)).toHaveLength(data.orphans)
  expect(data.orphans).toBeGreaterThan(0)
  expect(
    reviews.every(({ score_ratio }) => score_ratio === null || (score_ratio >= 0 && score_ratio <= 1)),
  ).toBe(true)
  expect(reviews.some(({ review_text }) => /&#?\w+;/.test(review_text ?? ''))).toBe(false)

  const films = await published<Film>(layout, 'films')
  const matched = (method: string) => films.filter((film) => film.match_method === method).length
  expect(matched('url')).toBe(data.shared.addressed)
  // Of the others some cannot be told from a remake, and some have no date on Rotten Tomatoes.
  expect(matched('title_year')).toBeLessThanOrEqual(data.shared.unaddressed)
  expect(matched('title_year')).toBeGreaterThan(data.shared.unaddressed / 4)
})
