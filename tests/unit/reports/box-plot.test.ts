import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxOf, type Counted } from '../../../src/pipeline/reports/box-plot.ts'
import { REFERENCE, records } from '../../helpers/real-files.ts'

const counted = (values: readonly number[]): Counted[] =>
  [...Map.groupBy(values, (value) => value)]
    .map(([value, same]) => ({ value, n: same.length }))
    .sort((one, other) => one.value - other.value)

describe('the boxes of IMDb’s running times', () => {
  const films = records('imdb5000', 'movie_metadata.csv.gz').filter(({ duration }) => duration)
  it.each(Object.keys(REFERENCE.boxes))('%s is that of NumPy', (genre) => {
    const minutes = films
      .filter(({ genres }) => genres?.split('|').includes(genre))
      .map(({ duration }) => Number(duration))
    expect(boxOf(counted(minutes))).toEqual(REFERENCE.boxes[genre])
  })
})

it('has no box without values, and a flat one for a single value', () => {
  expect(boxOf([])).toBeNull()
  expect(boxOf([{ value: 90, n: 3 }])).toEqual({
    n: 3,
    min: 90,
    q1: 90,
    median: 90,
    q3: 90,
    max: 90,
    whisker_low: 90,
    whisker_high: 90,
    outliers: 0,
  })
})

it('puts a quartile between two values, as type 7 does', () => {
  expect(boxOf(counted([1, 2, 3, 4]))).toMatchObject({ q1: 1.75, median: 2.5, q3: 3.25 })
})

it('holds its order and its counts for any values', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 200 }), (values) => {
      const box = boxOf(counted(values))
      if (!box) throw new Error('There are values.')
      const rising = [box.min, box.whisker_low, box.whisker_high, box.max]
      expect(rising).toEqual(rising.toSorted((one, other) => one - other))
      expect(box.q1).toBeLessThanOrEqual(box.median)
      expect(box.median).toBeLessThanOrEqual(box.q3)
      expect(box.n).toBe(values.length)
      const beyond = values.filter((value) => value < box.whisker_low || value > box.whisker_high)
      expect(box.outliers).toBe(beyond.length)
    }),
  )
})
