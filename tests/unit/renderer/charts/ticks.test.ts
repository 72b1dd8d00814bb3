import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MINUTE_STEPS, niceTicks, yearTicks } from '../../../../src/renderer/charts/ticks.ts'

describe('niceTicks', () => {
  test.each([
    [0, 220, { count: 3 }, [0, 100, 200, 300]],
    [0, 9.02e9, { count: 3 }, [0, 5e9, 1e10]],
    [2.2, 8.66, { count: 4 }, [2, 4, 6, 8, 10]],
    [46, 222, { count: 8, steps: MINUTE_STEPS }, [30, 60, 90, 120, 150, 180, 210, 240]],
    [0, 3, { count: 2, least: 1 }, [0, 2, 4]],
    [0, 0, {}, [0, 1]],
    [7, 7, { least: 0.5 }, [7, 8]],
    [0.1, 0.3, { count: 2 }, [0.1, 0.2, 0.3]],
  ])('%d to %d', (low, high, options, ticks) => {
    expect(niceTicks(low, high, options)).toEqual(ticks)
  })

  test('cover whatever there is, ascending, not many more than asked for', () => {
    const value = fc.double({ min: -1e13, max: 1e13, noNaN: true })
    fc.assert(
      fc.property(value, value, fc.integer({ min: 1, max: 10 }), (one, other, count) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        fc.pre(high - low > 1e-6 + 1e-6 * Math.max(Math.abs(low), Math.abs(high)))
        const ticks = niceTicks(low, high, { count })
        const dust = 1e-9 * Math.max(Math.abs(low), Math.abs(high))
        expect(ticks[0]).toBeLessThanOrEqual(low + dust)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(high - dust)
        expect(ticks.length).toBeLessThanOrEqual(count + 2)
        for (let at = 1; at < ticks.length; at++) expect(ticks[at]).toBeGreaterThan(ticks[at - 1] ?? 0)
      }),
    )
  })
})

describe('yearTicks', () => {
  test('round years inside the axis, as many as there is room for', () => {
    expect(yearTicks(1915, 2011, 12)).toEqual([1920, 1930, 1940, 1950, 1960, 1970, 1980, 1990, 2000, 2010])
    expect(yearTicks(1915, 2011, 4)).toEqual([1925, 1950, 1975, 2000])
    expect(yearTicks(2002, 2006, 10)).toEqual([2002, 2003, 2004, 2005, 2006])
    expect(yearTicks(1995, 1995, 3)).toEqual([1995])
  })

  test('of decades, only their first years', () => {
    expect(yearTicks(1910, 2019, 20, 10)).toEqual([
      1910, 1920, 1930, 1940, 1950, 1960, 1970, 1980, 1990, 2000, 2010,
    ])
    expect(yearTicks(2001, 2004, 20, 10)).toEqual([])
  })
})
