import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BinRules, binEdges, type Spread } from '../../../src/pipeline/query/bins.ts'

const anything: BinRules = { finest: null, top: null, wide: false }
const spread = (min: number, max: number, low = min, high = max): Spread => ({ min, max, low, high })

describe('the edges of a histogram', () => {
  test('stand on round figures and hold every value', () => {
    const years = binEdges(spread(1915, 2011, 1947, 2010), { ...anything, finest: 1 })
    expect(years[0]).toBe(1915)
    expect(years.at(-1)).toBe(2015)
    expect(years.every((edge) => edge % 5 === 0)).toBe(true)
  })

  test('a score ends at its highest value, which has no bin of its own', () => {
    const edges = binEdges(spread(1, 100, 5, 99), { finest: 1, top: 100, wide: false })
    expect(edges.slice(-3)).toEqual([90, 95, 100])
  })

  test('are never finer than the values are', () => {
    expect(binEdges(spread(1990, 1993), { ...anything, finest: 1 })).toEqual([1990, 1991, 1992, 1993, 1994])
    expect(binEdges(spread(7.1, 7.3), { finest: 0.1, top: 10, wide: false })).toEqual([7.1, 7.2, 7.3, 7.4])
  })

  test('grow with the values where these span powers of ten', () => {
    const edges = binEdges(spread(401, 760_167_650, 12_000, 3e8), { finest: 1, top: null, wide: true })
    expect(edges.slice(0, 5)).toEqual([401, 10_000, 20_000, 50_000, 100_000])
    expect(edges.at(-1)).toBe(760_167_650)
  })

  test('the rarest values stretch the first and the last bin only', () => {
    const edges = binEdges(spread(1, 6000, 60, 180), { ...anything, finest: 1 })
    expect(edges[0]).toBe(1)
    expect(edges.at(-1)).toBe(6000)
    expect(edges.length).toBeLessThan(30)
    expect((edges[2] ?? 0) - (edges[1] ?? 0)).toBe((edges[5] ?? 0) - (edges[4] ?? 0))
  })

  test('one value is one bin', () => {
    expect(binEdges(spread(7, 7), anything)).toEqual([7, 7])
  })

  test('for any values: in order, few, from the smallest to the largest', () => {
    const value = fc.double({ min: -1e9, max: 1e12, noNaN: true })
    fc.assert(
      fc.property(fc.array(value, { minLength: 4, maxLength: 4 }), fc.boolean(), (values, wide) => {
        const [min = 0, low = 0, high = 0, max = 0] = values.toSorted((one, other) => one - other)
        const edges = binEdges({ min, max, low, high }, { finest: null, top: null, wide })
        expect(edges[0]).toBeLessThanOrEqual(min)
        expect(edges.at(-1)).toBeGreaterThanOrEqual(max)
        expect(edges.length).toBeLessThanOrEqual(60)
        if (max > min)
          for (let at = 1; at < edges.length; at++) expect(edges[at]).toBeGreaterThan(edges[at - 1] ?? 0)
      }),
    )
  })
})
