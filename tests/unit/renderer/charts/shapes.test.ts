import { describe, expect, test } from 'vitest'
import { nearest } from '../../../../src/renderer/charts/nearest.ts'
import { nextMark } from '../../../../src/renderer/charts/next-mark.ts'
import { shorten, wrapWords } from '../../../../src/renderer/charts/shorten.ts'
import { clipLine } from '../../../../src/renderer/charts/trend.ts'

const letters = (text: string) => [...text].length

describe('clipLine', () => {
  const x = { low: 0, high: 10 }
  const y = { low: 0, high: 100 }

  test('goes from where it enters the plot to where it leaves it', () => {
    expect(clipLine(20, -50, x, y)).toEqual({ x1: 2.5, y1: 0, x2: 7.5, y2: 100 })
    expect(clipLine(-20, 150, x, y)).toEqual({ x1: 2.5, y1: 100, x2: 7.5, y2: 0 })
    expect(clipLine(1, 40, x, y)).toEqual({ x1: 0, y1: 40, x2: 10, y2: 50 })
    expect(clipLine(0, 40, x, y)).toEqual({ x1: 0, y1: 40, x2: 10, y2: 40 })
  })

  test('is not there when none of it is inside', () => {
    expect(clipLine(0, 140, x, y)).toBeNull()
    expect(clipLine(1, 140, x, y)).toBeNull()
  })
})

describe('nearest', () => {
  const places = [
    { x: 10, y: 10 },
    { x: 20, y: 10 },
  ]
  test('within reach', () => {
    expect(nearest(places, 16, 10, 8)).toBe(1)
    expect(nearest(places, 10, 19, 8)).toBeNull()
    expect(nearest([], 0, 0, 8)).toBeNull()
  })
})

describe('the keys that walk over marks', () => {
  test.each([
    ['ArrowRight', null, 0],
    ['ArrowLeft', null, 9],
    ['ArrowRight', 9, 9],
    ['ArrowUp', 4, 3],
    ['PageDown', 4, 9],
    ['Home', 4, 0],
    ['End', 4, 9],
    ['Escape', 4, null],
    ['Escape', null, undefined],
    ['a', 4, undefined],
  ])('%s from %s', (key, active, expected) => {
    expect(nextMark(key, active, 10)).toBe(expected)
  })
})

describe('texts that must fit', () => {
  test('are cut at the end, never in the middle of a letter', () => {
    expect(shorten('Spielberg', 9, letters)).toBe('Spielberg')
    expect(shorten('Steven Spielberg', 8, letters)).toBe('Steven…')
    expect(shorten('🎬🎬🎬🎬', 3, letters)).toBe('🎬🎬…')
    expect(shorten('abc', 0, letters)).toBe('…')
  })

  test('are broken between words, not at spaces that bind', () => {
    expect(wrapWords('un deux trois', 8, letters)).toEqual(['un deux', 'trois'])
    expect(wrapWords('accord : r', 9, letters)).toEqual(['accord :', 'r'])
    expect(wrapWords('accord\u00a0: r', 7, letters)).toEqual(['accord\u00a0:', 'r'])
    expect(wrapWords('', 8, letters)).toEqual([])
  })
})
