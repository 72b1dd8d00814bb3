import { describe, expect, test } from 'vitest'
import type { CorrelationChart, CorrelationReport } from '../../../../src/pipeline/api.ts'
import {
  asImdbRange,
  domainOf,
  imdbTicks,
} from '../../../../src/renderer/pages/reports/correlation/layout.ts'
import { scatterMarks } from '../../../../src/renderer/pages/reports/correlation/marks.ts'
import { correlationText, strengthOf } from '../../../../src/renderer/pages/reports/correlation/text.ts'
import { plain, wordsOf } from './words.ts'

const chart: CorrelationChart = {
  kind: 'points',
  points: [
    {
      film_id: 'b',
      title: 'Beta',
      year: 2001,
      imdb_rating: 7.4,
      tomato_meter: 90,
      box_office_usd: 1_500_000,
      contributed: true,
    },
    {
      film_id: 'a',
      title: null,
      year: null,
      imdb_rating: 3.1,
      tomato_meter: 95,
      box_office_usd: null,
      contributed: false,
    },
  ],
  cells: [],
  cell_size: { dx: 0.2, dy: 4 },
  band: [],
}
const report: CorrelationReport = {
  run_id: 'r',
  filtered: 3201,
  left_out: 941,
  contributed: 0,
  n: 2260,
  pearson_r: 0.7432,
  r2: 0.5523,
  slope: 17.013,
  intercept: -53.04,
  outliers: [
    { film_id: 'a', title: null, year: null, imdb_rating: 3.1, tomato_meter: 95, studentised_residual: 4.2 },
  ],
  revenue_by_quadrant: [
    { quadrant: 'both_high', n: 946, n_with_box_office: 938, median_box_office_usd: 34_573_091 },
  ],
  thresholds: { imdb_rating: 6.4, tomato_meter: 55 },
  chart,
}

describe('the finding', () => {
  test('in French, with its figure', () => {
    const text = correlationText(wordsOf('fr'), report)
    expect(plain(text.headline)).toBe('Critiques et public s’accordent de près : r = 0,74 sur 2 260 films')
    expect(plain(text.summary)).toContain('17,0 points de Tomatometer de plus')
    expect(plain(text.summary)).toContain('55 %')
    expect(plain(text.summary)).toContain('1 film s’écarte')
    expect(plain(text.leftOut ?? '')).toBe('941 laissés de côté : sans note IMDb ou sans Tomatometer')
    expect(text.how.join(' ')).toContain('IMDb 6,4, Tomatometer 55')
  })

  test('in English', () => {
    const { headline } = correlationText(wordsOf('en'), report)
    expect(plain(headline)).toBe('Critics and audience agree closely: r = 0.74 over 2,260 films')
  })

  test.each([
    [0.05, 'no visible link'],
    [-0.05, 'no visible link'],
    [0.2, 'barely agree'],
    [0.4, 'agree in part'],
    [0.6, 'clearly agree'],
    [0.95, 'agree closely'],
    [-0.2, 'barely opposed'],
    [-0.6, 'clearly opposed'],
    [-0.95, 'nearly always disagree'],
  ])('r = %d: %s', (pearson_r, words) => {
    expect(correlationText(wordsOf('en'), { ...report, pearson_r }).headline).toContain(words)
  })

  test('a falling line falls', () => {
    const { summary } = correlationText(wordsOf('en'), { ...report, slope: -3.21, pearson_r: -0.3 })
    expect(summary).toContain('3.2 fewer points')
  })

  test('too few films: says how many, and nothing of a line', () => {
    const few = { ...report, n: 1, pearson_r: null, r2: null, slope: null, intercept: null, outliers: [] }
    const text = correlationText(wordsOf('fr'), few)
    expect(plain(text.headline)).toBe('Trop peu pour une corrélation : 1 film a les deux notes')
    expect(text.summary).not.toMatch(/NaN|null|undefined/)
  })

  test('the limits between strengths', () => {
    expect([0, 0.0999, 0.1, 0.3, 0.5, 0.7, 1, -1].map(strengthOf)).toEqual([
      'none',
      'none',
      'weak',
      'moderate',
      'strong',
      'very_strong',
      'very_strong',
      'very_strong',
    ])
  })
})

describe('the numbers', () => {
  test('are those of the result, unrounded, with unknown ones empty', () => {
    const { tables } = correlationText(wordsOf('fr'), report)
    const table = (id: string) => tables.find((each) => each.id === id)
    expect(table('statistics')?.rows[1]?.values).toEqual(['pearson_r', 0.7432])
    expect(table('quadrants')?.rows[0]?.values).toEqual(['both_high', 946, 938, 34_573_091])
    expect(table('films')?.columns.map(({ key }) => key)).toEqual([
      'title',
      'year',
      'imdb_rating',
      'tomato_meter',
      'box_office_usd',
      'film_id',
    ])
    expect(table('films')?.rows[1]).toMatchObject({ values: [null, null, 3.1, 95, null, 'a'], film: 'a' })
    expect(table('films')?.rows[1]?.texts[0]).toBe('a')
    expect(table('cells')).toBeUndefined()
  })
})

describe('the drawing', () => {
  test('marks go from left to right; an outlier looks like one', () => {
    const marks = scatterMarks(wordsOf('en'), report, chart)
    expect(marks.map(({ film, colour }) => [film, colour])).toEqual([
      ['a', 'var(--chart-2)'],
      ['b', 'var(--chart-1)'],
    ])
    expect(marks[1]?.text.title).toBe('Beta (2001)')
    expect(marks.map(({ contributed }) => contributed)).toEqual([false, true])
    expect(marks[1]?.text.rows).toContainEqual(['◆', 'A value corrected by hand'])
  })

  test('cells of many films filter on their IMDb range', () => {
    const dense: CorrelationChart = { ...chart, kind: 'density', points: [], cells: [{ x: 7, y: 96, n: 12 }] }
    const marks = scatterMarks(wordsOf('en'), { ...report, outliers: [] }, dense)
    expect(marks).toHaveLength(1)
    expect(marks[0]).toMatchObject({ film: null, range: [7, 7.1], x: 7.1, y: 98 })
    // What is told is what the click filters by: the upper edges are of the next cells.
    expect(marks[0]?.text.rows.map(([, text]) => text)).toEqual(['7.0 – 7.1', '96 – 100%'])
    const { tables } = correlationText(wordsOf('en'), { ...report, chart: dense })
    expect(tables.at(-1)?.rows[0]?.values).toEqual([7, 7.2, 96, 100, 12])
  })

  test('the axis goes from whole or half score to the next around the films', () => {
    expect(domainOf(chart)).toEqual({ x: [3, 8], y: [0, 100] })
    expect(domainOf({ ...chart, points: [] })).toEqual({ x: [0, 10], y: [0, 100] })
    const one = {
      film_id: 'x',
      title: null,
      year: null,
      tomato_meter: 1,
      box_office_usd: null,
      contributed: false,
    }
    expect(domainOf({ ...chart, points: [{ ...one, imdb_rating: 10 }] }).x).toEqual([9.5, 10])
    expect(domainOf({ ...chart, points: [{ ...one, imdb_rating: 0 }] }).x).toEqual([0, 0.5])
    expect(domainOf({ ...chart, kind: 'density', cells: [{ x: 9.8, y: 0, n: 1 }] }).x).toEqual([9.5, 10])
    expect(imdbTicks([7, 9])).toEqual([7, 7.5, 8, 8.5, 9])
    expect(imdbTicks([5.5, 6])).toEqual([5.5, 5.6, 5.7, 5.8, 5.9, 6])
    expect(imdbTicks([1, 6])).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('a brush sets tenths inside the scale', () => {
    expect(asImdbRange([6.04, 7.951])).toEqual([6, 8])
    expect(asImdbRange([-0.3, 10.4])).toEqual([0, 10])
  })
})
