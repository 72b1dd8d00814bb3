import { describe, expect, test } from 'vitest'
import type { GenresReport } from '../../../../src/pipeline/api.ts'
import { outlierMarks } from '../../../../src/renderer/pages/reports/genres/outliers.ts'
import { comparable, genresText } from '../../../../src/renderer/pages/reports/genres/text.ts'
import { genreText } from '../../../../src/renderer/pages/reports/genres/tooltip-text.ts'
import { plain, wordsOf } from './words.ts'

const genre = (name: string, n: number, median: number, money: number | null, perMinute: number | null) => ({
  genre: name,
  n,
  min: median - 30,
  q1: median - 10,
  median,
  q3: median + 10.25,
  max: median + 60,
  whisker_low: median - 25,
  whisker_high: median + 25,
  outliers: 2,
  median_box_office_usd: money,
  median_revenue_per_minute: perMinute,
  contributed: name === 'Drama' ? 2 : 0,
})

const report: GenresReport = {
  run_id: 'r',
  filtered: 1000,
  left_out: 1,
  contributed: 0,
  genres: [
    genre('Western', 8, 136.5, 15e6, 308_000),
    genre('Drama', 279, 120, 13e6, 316_000),
    genre('Adventure', 154, 105, 70e6, 949_000),
    genre('Comedy', 287, 97, 26e6, 501_000),
  ],
  outlier_films: [
    { genre: 'Comedy', film_id: 'c', title: 'Long Joke', runtime_minutes: 190 },
    { genre: 'Unheard of', film_id: 'u', title: null, runtime_minutes: 190 },
  ],
}

describe('the finding', () => {
  test('compares genres with enough films, and says so', () => {
    const text = genresText(wordsOf('fr'), report)
    expect(plain(text.headline)).toBe(
      'Les films « Drama » sont les plus longs, 2 h en médiane ; « Comedy » les plus courts, 1 h 37 min',
    )
    expect(plain(text.summary)).toContain('« Adventure » rapporte le plus à la minute : 949 k $')
    expect(plain(text.summary)).toContain('au moins 10 films')
    expect(plain(text.shown)).toBe('999 films')
    expect(plain(text.leftOut ?? '')).toBe('1 laissé de côté : sans durée ou sans genre')
  })

  test('a corrected box office is told of the genres that it counts for, and of no other', () => {
    const told = report.genres.map((each) => genreText(wordsOf('en'), each).rows.flat().join(' '))
    expect(told.map((text) => text.includes('◆'))).toEqual([false, true, false, false])
  })

  test('with few films all are compared', () => {
    const few = report.genres.map((each) => ({ ...each, n: 3 }))
    expect(comparable(few)).toEqual(few)
    expect(genresText(wordsOf('en'), { ...report, genres: few }).headline).toContain(
      '“Western” films are the longest',
    )
  })

  test('one genre, none, and no money', () => {
    const [western] = report.genres
    const of = (genres: GenresReport['genres']) => genresText(wordsOf('en'), { ...report, genres })
    expect(of(western ? [western] : []).headline).toBe('A “Western” film lasts 2 hr 17 min in the median')
    expect(of([]).headline).toContain('0 genres')
    expect(of([])).toMatchObject({ isEmpty: true, summary: 'No genre to compare.' })
    expect(of([genre('A', 20, 90, null, null), genre('B', 20, 80, null, null)]).summary).toContain(
      'known box office',
    )
  })

  test('the table holds every number of the box', () => {
    const [table] = genresText(wordsOf('fr'), report).tables
    expect(table?.rows[0]?.values).toEqual([
      'Western',
      8,
      106.5,
      111.5,
      126.5,
      136.5,
      146.75,
      161.5,
      196.5,
      2,
      15e6,
      308_000,
    ])
    expect(table?.rows[0]?.texts[6]).toBe('146,75')
  })
})

test('films beyond the whiskers stand in the row of their genre', () => {
  expect(outlierMarks(report)).toEqual([{ film: 'c', title: 'Long Joke', row: 3, minutes: 190 }])
})
