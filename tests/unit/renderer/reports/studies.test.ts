import { describe, expect, test } from 'vitest'
import type { CorrelationReport, TalentsReport, TimelineReport } from '../../../../src/pipeline/api.ts'
import { agreementText } from '../../../../src/renderer/pages/reports/studies/agreement.ts'
import { compare } from '../../../../src/renderer/pages/reports/studies/compare.ts'
import { directorsText, median, pearson } from '../../../../src/renderer/pages/reports/studies/directors.ts'
import { decadeMeans, driftText, growth } from '../../../../src/renderer/pages/reports/studies/drift.ts'
import { plain, wordsOf } from './words.ts'

const base = { run_id: 'r', filtered: 500, left_out: 20, contributed: 0 }

describe('amounts beside each other', () => {
  test.each([
    [20, 10, { how: 'more', times: 2 }],
    [10, 20, { how: 'less', times: 2 }],
    [102, 100, { how: 'same', times: 1 }],
    [0, 10, null],
    [null, 10, null],
  ])('%j and %j', (one, other, expected) => {
    expect(compare(one, other)).toEqual(expected)
  })
})

describe('agreement', () => {
  const quadrant = (
    name: CorrelationReport['revenue_by_quadrant'][number]['quadrant'],
    median_box_office_usd: number,
  ) => ({
    quadrant: name,
    n: 100,
    n_with_box_office: 90,
    median_box_office_usd,
  })
  const outlier = (title: string, studentised_residual: number) => ({
    film_id: title,
    title,
    year: 2000,
    imdb_rating: 5,
    tomato_meter: 50,
    studentised_residual,
  })
  const report: CorrelationReport = {
    ...base,
    n: 480,
    pearson_r: 0.6,
    r2: 0.36,
    slope: 15,
    intercept: -40,
    outliers: [outlier('A', 5), outlier('B', -4.5), outlier('C', 4), outlier('D', 3.5), outlier('E', 3.2)],
    revenue_by_quadrant: [
      quadrant('both_high', 34e6),
      quadrant('critics_only', 10e6),
      quadrant('audience_only', 30e6),
      quadrant('both_low', 17e6),
    ],
    thresholds: { imdb_rating: 6.4, tomato_meter: 55 },
  }

  test('says whether it pays, which side pays, and the widest gaps', () => {
    const text = agreementText(wordsOf('fr'), report)?.paragraphs.map(plain) ?? []
    expect(text[1]).toContain('34,0 M $, contre 17,0 M $ au-dessous des deux, soit 2,0 fois plus')
    expect(text[1]).toContain('(médianes de 90 et de 90 films.)')
    expect(text[2]).toContain('mieux vaut le public : 30,0 M $')
    expect(text[3]).toBe(
      'Les plus grands écarts. Du côté des critiques : A (2000), C (2000), D (2000). Du côté du public : B (2000).',
    )
  })

  test('compares no medians of a few films', () => {
    const few = report.revenue_by_quadrant.map((each) => ({ ...each, n_with_box_office: 4 }))
    const text = agreementText(wordsOf('fr'), { ...report, revenue_by_quadrant: few })?.paragraphs ?? []
    expect(text).toHaveLength(2)
  })

  test('says the opposite when it is, nothing of money that is not known, and null of too few films', () => {
    const turned = {
      ...report,
      revenue_by_quadrant: [quadrant('both_high', 10e6), quadrant('both_low', 40e6)],
    }
    const text = agreementText(wordsOf('en'), turned)?.paragraphs ?? []
    expect(text[1]).toContain('does not pay')
    expect(text[1]).toContain('4.0 times less')
    expect(text).toHaveLength(3)
    expect(
      agreementText(wordsOf('en'), { ...report, revenue_by_quadrant: [], outliers: [] })?.paragraphs,
    ).toHaveLength(1)
    expect(agreementText(wordsOf('en'), { ...report, pearson_r: null })).toBeNull()
  })
})

describe('drift', () => {
  const bucket = (year: number, films_with_box_office: number, box_office_usd: number | null) => ({
    year,
    films: films_with_box_office + 5,
    films_with_box_office,
    box_office_usd,
    mean_imdb_rating: null,
    contributed: 0,
  })
  const report: TimelineReport = {
    ...base,
    by: 'decade',
    buckets: [
      bucket(1970, 3, 9e9),
      bucket(1980, 10, 100e6),
      bucket(1990, 20, 400e6),
      bucket(2000, 50, 2000e6),
      bucket(2010, 0, null),
    ],
    without_box_office: 25,
  }

  test('means are of the decades with enough known box offices', () => {
    expect(decadeMeans(report)).toEqual([
      { year: 1980, films: 10, mean: 10e6 },
      { year: 1990, films: 20, mean: 20e6 },
      { year: 2000, films: 50, mean: 40e6 },
    ])
  })

  test('growth is that of the logarithm: doubling every decade is 100 %', () => {
    expect(growth(decadeMeans(report))).toBeCloseTo(1, 12)
    expect(growth(decadeMeans(report).slice(0, 1))).toBeNull()
  })

  test('in words', () => {
    const text = driftText(wordsOf('fr'), report)
    expect(plain(text?.title ?? '')).toBe(
      'Un film des années 2000 rapporte en moyenne 4,0 fois plus qu’un film des années 1980',
    )
    expect(text?.paragraphs.map(plain)).toContain('Sur 3 décennies, la tendance est de +100 % par décennie.')
    expect(plain(text?.limits ?? '')).toContain('2 décennies de moins de 10 recettes connues')
    expect(plain(text?.shown ?? '')).toBe('80 films')
    expect(plain(text?.leftOut ?? '')).toContain('420 laissés de côté')
    expect(driftText(wordsOf('fr'), { ...report, buckets: report.buckets.slice(0, 2) })).toBeNull()
  })
})

describe('directors', () => {
  const director = (name: string, revenue_per_minute: number | null, mean_imdb_rating: number | null) => ({
    person_id: name,
    name,
    role: 'director' as const,
    films: 4,
    box_office_usd: 1e9,
    mean_imdb_rating,
    revenue_per_minute,
    contributed: 0,
    by_year: [],
  })
  const report: TalentsReport = {
    ...base,
    talents: [director('A', 1e6, 7), director('B', null, 9), director('C', 4e6, 8), director('D', 2e6, 7)],
  }

  test('are ranked by the minute, whatever the order of the report', () => {
    const text = directorsText(wordsOf('en'), report)
    expect(text?.title).toBe('C earns the most per minute: $4.00M')
    expect(text?.paragraphs[0]).toBe(
      'Of 3 names compared, C comes first, with $1.00B over 4 films. That is 2.0 times the median of these names, $2.00M per minute.',
    )
    expect(text?.paragraphs[1]).toContain('D ($2.00M per minute) and A ($1.00M)')
    expect(plain(text?.paragraphs[2] ?? '')).toContain('r = 0.94 over 3 names')
    expect(text?.shown).toBe('480 films')
    expect(directorsText(wordsOf('en'), { ...report, talents: report.talents.slice(0, 2) })).toBeNull()
  })

  test('statistics of lists', () => {
    expect([median([]), median([3]), median([4, 1]), median([5, 1, 3])]).toEqual([null, 3, 2.5, 3])
    expect(
      pearson([
        [1, 1],
        [2, 2],
      ]),
    ).toBeNull()
    expect(
      pearson([
        [1, 5],
        [2, 5],
        [3, 5],
      ]),
    ).toBeNull()
    expect(
      pearson([
        [1, 2],
        [2, 4],
        [3, 6],
      ]),
    ).toBeCloseTo(1, 12)
    // By hand: 3.5 / sqrt(8.75 × 5).
    expect(
      pearson([
        [1, 2],
        [2, 1],
        [3, 4],
        [5, 3],
      ]),
    ).toBeCloseTo(0.529150262212918, 12)
  })
})
