import { describe, expect, test } from 'vitest'
import type { TimelineReport } from '../../../../src/pipeline/api.ts'
import {
  asYears,
  largest,
  segments,
  yearsOf,
} from '../../../../src/renderer/pages/reports/timeline/buckets.ts'
import { timelineText } from '../../../../src/renderer/pages/reports/timeline/text.ts'
import { plain, wordsOf } from './words.ts'

const bucket = (
  year: number,
  films: number,
  films_with_box_office: number,
  box_office_usd: number | null,
  mean_imdb_rating: number | null,
) => ({ year, films, films_with_box_office, box_office_usd, mean_imdb_rating, contributed: 0 })

const report: TimelineReport = {
  run_id: 'r',
  filtered: 60,
  left_out: 4,
  contributed: 0,
  by: 'year',
  buckets: [
    bucket(1999, 20, 19, 4_000_000_000, 6.51),
    bucket(2000, 24, 20, 9_020_000_000, 6.02),
    bucket(2002, 11, 0, null, 7.38),
    bucket(2003, 1, 1, 5_000_000, 9.9),
  ],
  without_box_office: 16,
}

describe('the finding', () => {
  test('years that are even, without box office: none is named the first', () => {
    const buckets = [bucket(1999, 1, 0, null, null), bucket(2001, 1, 0, null, null)]
    const { headline } = timelineText(wordsOf('fr'), { ...report, buckets })
    expect(plain(headline)).toBe('2 films de 1999 à 2001, sans recette connue')
  })

  test('the richest year, and how many of its films are counted', () => {
    const text = timelineText(wordsOf('fr'), report)
    expect(plain(text.headline)).toBe('L’année la plus lucrative est 2000 : 9,02 Md $ pour 20 films')
    expect(plain(text.summary)).toContain('2000 (24 films)')
    // 2003 has one film only: its 9.9 is no finding.
    expect(plain(text.summary)).toContain('de 6,0 (2000) à 7,4 (2002)')
    expect(plain(text.shown)).toContain('56 films')
    expect(plain(text.shown)).toContain('16 sans recette connue')
    expect(plain(text.leftOut ?? '')).toBe('4 laissés de côté : sans année')
  })

  test('by decade', () => {
    const decades = {
      ...report,
      by: 'decade' as const,
      buckets: [bucket(1990, 20, 19, 4e9, 6.5), bucket(2000, 36, 21, 9e9, 6.4)],
    }
    expect(timelineText(wordsOf('en'), decades).headline).toBe(
      'The 2000s are the most lucrative decade: $9.00B from 21 films',
    )
    expect(plain(timelineText(wordsOf('fr'), decades).tables[0]?.rows[0]?.texts[0] ?? '')).toBe('années 1990')
  })

  test('no box office anywhere: the busiest year instead', () => {
    const poor = { ...report, buckets: report.buckets.map((each) => ({ ...each, box_office_usd: null })) }
    expect(timelineText(wordsOf('en'), poor).headline).toBe('2000 has the most films: 24 films')
  })

  test('one year alone, and none', () => {
    expect(timelineText(wordsOf('en'), { ...report, buckets: report.buckets.slice(0, 1) }).headline).toBe(
      '1999: 20 films, $4.00B of box office',
    )
    const none = timelineText(wordsOf('en'), { ...report, buckets: [] })
    expect(none.headline).toContain('0 films')
    expect(none).toMatchObject({ isEmpty: true, summary: 'No period to compare.' })
    expect(timelineText(wordsOf('en'), report).isEmpty).toBe(false)
  })

  test('the table holds the result, unknown empty', () => {
    const [table] = timelineText(wordsOf('fr'), report).tables
    expect(table?.rows[2]?.values).toEqual([2002, 11, 0, null, 7.38])
    expect(table?.rows[2]?.texts[3]).toBe('—')
  })
})

describe('the drawing', () => {
  test('the line breaks where a year is missing or has no rating', () => {
    const lines = segments(
      [...report.buckets, bucket(2004, 1, 0, null, null), bucket(2005, 1, 0, null, 5)],
      'year',
    )
    expect(lines.map((line) => line.map(({ x }) => x))).toEqual([[1999, 2000], [2002, 2003], [2005]])
    expect(segments([bucket(1990, 1, 0, null, 6), bucket(2000, 1, 0, null, 7)], 'decade')).toEqual([
      [
        { x: 1994.5, y: 6 },
        { x: 2004.5, y: 7 },
      ],
    ])
  })

  test('a brush sets the years whose bars it touches', () => {
    expect(asYears([1999.6, 2002.2], report.buckets, 'year')).toEqual([2000, 2002])
    expect(asYears([2000.6, 2001.4], report.buckets, 'year')).toBeNull()
    expect(
      asYears([1985, 1991], [bucket(1990, 1, 0, null, 6), bucket(2000, 1, 0, null, 7)], 'decade'),
    ).toEqual([1990, 1999])
    expect(yearsOf(1990, 'decade')).toEqual([1990, 1999])
    expect(yearsOf(1990, 'year')).toEqual([1990, 1990])
  })

  test('the largest: the earliest of equals, never an unknown one', () => {
    const twins = [bucket(1, 5, 0, null, null), bucket(2, 5, 0, null, null)]
    expect(largest(twins, ({ films }) => films)?.year).toBe(1)
    expect(largest(twins, ({ box_office_usd }) => box_office_usd)).toBeNull()
  })
})
