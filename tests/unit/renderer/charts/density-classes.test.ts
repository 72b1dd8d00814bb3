import { describe, expect, test } from 'vitest'
import { classOf, densityClasses, inkOf } from '../../../../src/renderer/charts/density-classes.ts'

describe('classes of a density', () => {
  test.each([
    [0, []],
    [1, [1]],
    [2, [1, 2]],
    [20, [1, 2, 3, 6, 11]],
    [5000, [1, 5, 30, 166, 910]],
  ])('up to %d films a cell', (max, starts) => {
    expect(densityClasses(max)).toEqual(starts)
  })

  test('every count has its class, and more films never less ink', () => {
    for (let max = 1; max < 130; max++) {
      const starts = densityClasses(max)
      let before = 0
      for (let n = 1; n <= max; n++) {
        const index = classOf(n, starts)
        expect(starts[index]).toBeLessThanOrEqual(n)
        expect(starts[index + 1] ?? max + 1).toBeGreaterThan(n)
        const ink = inkOf(index, starts.length)
        expect(ink).toBeGreaterThanOrEqual(before)
        before = ink
      }
      expect(before).toBe(1)
    }
  })
})
