import { describe, expect, test } from 'vitest'
import type { ColumnSummary } from '../../../../src/pipeline/api.ts'
import {
  binFilter,
  binRange,
  valueFilter,
} from '../../../../src/renderer/pages/explorer/summaries/summary-filter.ts'

type NumberSummary = Extract<ColumnSummary, { kind: 'number' | 'date' }>

function summary(column: string, edges: number[], max: number): NumberSummary {
  const bins = edges.slice(0, -1).map((from, at) => ({ from, to: edges[at + 1] ?? from, n: 1 }))
  return { column, kind: 'number', known: 10, unknown: 0, min: edges[0] ?? 0, max, bins }
}
const bin = (of: NumberSummary, at: number) => of.bins.at(at) ?? { from: 0, to: 0, n: 0 }

describe('clicking a bar filters by what it counts', () => {
  test('years, both ends included; the last bar to the last year there is', () => {
    const years = summary('year', [1990, 1995, 2000], 1998)
    expect(binFilter(years, bin(years, 0))).toEqual({ from_year: 1990, to_year: 1994 })
    expect(binFilter(years, bin(years, 1))).toEqual({ from_year: 1995, to_year: 1998 })
  })

  test('one year a bar', () => {
    const years = summary('year', [1990, 1991, 1992], 1991)
    expect(binFilter(years, bin(years, 0))).toEqual({ from_year: 1990, to_year: 1990 })
  })

  test('ratings, by tenths', () => {
    const ratings = summary('imdb_rating', [7, 7.5, 8], 7.9)
    expect(binFilter(ratings, bin(ratings, 0))).toEqual({ min_imdb: 7, max_imdb: 7.4 })
    expect(binFilter(ratings, bin(ratings, 1))).toEqual({ min_imdb: 7.5, max_imdb: 7.9 })
  })

  test('no other column has such a filter', () => {
    const minutes = summary('runtime_minutes', [60, 90, 120], 119)
    expect(binFilter(minutes, bin(minutes, 0))).toBeNull()
    expect(binRange(minutes, bin(minutes, 0))).toEqual([60, 90])
  })
})

test('clicking a genre chooses it, and again takes it away', () => {
  expect(valueFilter('genres', 'Drama', [])).toEqual({ genres: ['Drama'] })
  expect(valueFilter('genres', 'Comedy', ['Drama'])).toEqual({ genres: ['Drama', 'Comedy'] })
  expect(valueFilter('genres', 'Drama', ['Drama', 'Comedy'])).toEqual({ genres: ['Comedy'] })
  expect(valueFilter('language', 'French', [])).toBeNull()
})
