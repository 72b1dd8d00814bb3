import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowAfterKey } from '../../../../src/renderer/pages/explorer/table/keyboard.ts'
import { PAGE_ROWS, pagesCovering, rowIn } from '../../../../src/renderer/pages/explorer/table/pages.ts'
import {
  placeToSee,
  rowsToDraw,
  rowWindow,
} from '../../../../src/renderer/pages/explorer/table/row-window.ts'
import {
  afterScroll,
  isStuck,
  physicalHeight,
  physicalOf,
  type ScrollPlace,
  settled,
} from '../../../../src/renderer/pages/explorer/table/scroll-scale.ts'
import { sortParam } from '../../../../src/renderer/pages/explorer/table/sort.ts'

describe('pages', () => {
  test('those that hold the visible rows, and the next one before it is needed', () => {
    expect(pagesCovering({ first: 0, last: 30 }, 1000)).toEqual([0])
    expect(pagesCovering({ first: 40, last: 80 }, 1000)).toEqual([0, 100])
    expect(pagesCovering({ first: 480, last: 520 }, 1000)).toEqual([400, 500])
    expect(pagesCovering({ first: 960, last: 999 }, 1000)).toEqual([900])
    expect(pagesCovering({ first: 0, last: 0 }, 0)).toEqual([])
  })

  test('every visible row is on one of them', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.nat(2_000_000), fc.nat(60), (total, at, rows) => {
        fc.pre(at < total)
        const last = Math.min(total - 1, at + rows)
        const offsets = pagesCovering({ first: at, last }, total)
        const isOn = (index: number) => offsets.some((each) => index >= each && index < each + PAGE_ROWS)
        expect(isOn(at) && isOn(last)).toBe(true)
        expect(offsets.length).toBeLessThanOrEqual(4)
      }),
    )
  })

  test('a row is found on its page, or not there yet', () => {
    const pages = new Map([[100, ['a', 'b']]])
    expect(rowIn(pages, 101)).toBe('b')
    expect(rowIn(pages, 102)).toBeUndefined()
    expect(rowIn(pages, 1)).toBeUndefined()
  })
})

describe('keys', () => {
  const at = (key: string, index: number, count = 1000) => rowAfterKey(key, { index, count, page: 20 })

  test('move by a row, a screen, and to the ends', () => {
    expect(at('ArrowDown', 4)).toBe(5)
    expect(at('ArrowUp', 4)).toBe(3)
    expect(at('PageDown', 4)).toBe(23)
    expect(at('PageUp', 100)).toBe(81)
    expect(at('Home', 500)).toBe(0)
    expect(at('End', 0)).toBe(999)
  })

  test('never leave the table, and other keys are none of its business', () => {
    expect(at('ArrowUp', 0)).toBe(0)
    expect(at('PageUp', 5)).toBe(0)
    expect(at('ArrowDown', 999)).toBe(999)
    expect(at('PageDown', 990)).toBe(999)
    expect(at('ArrowDown', 0, 0)).toBeNull()
    for (const key of ['a', 'Enter', 'Tab', 'toString']) expect(at(key, 3)).toBeNull()
  })
})

test('an order as the engine takes it', () => {
  expect(sortParam(null)).toEqual({})
  expect(sortParam({ id: 'year', desc: false })).toEqual({ sort: 'year' })
  expect(sortParam({ id: 'year', desc: true })).toEqual({ sort: 'year:desc' })
})

describe('a list higher than a browser can draw', () => {
  const geometry = { content: 1_446_425 * 34, viewport: 600 }
  const end = geometry.content - geometry.viewport
  const lowEnd = physicalHeight(geometry.content) - geometry.viewport

  test('is as high as the browser can draw; a lower one is as high as it is', () => {
    expect(physicalHeight(geometry.content)).toBeLessThan(17_000_000)
    expect(physicalHeight(5000)).toBe(5000)
    expect(afterScroll(420, { physical: 0, virtual: 0 }, { content: 5000, viewport: 600 })).toEqual({
      physical: 420,
      virtual: 420,
    })
  })

  test('small steps move it pixel by pixel', () => {
    let place: ScrollPlace = settled({ physical: 0, virtual: 20_000_000 }, geometry)
    const before = place.virtual
    for (let step = 1; step <= 50; step++) place = afterScroll(place.physical + 100, place, geometry)
    expect(place.virtual).toBe(before + 5000)
  })

  test('a jump of the bar moves it in proportion, and to both ends exactly', () => {
    const middle = afterScroll(lowEnd / 2, { physical: 0, virtual: 0 }, geometry)
    expect(middle.virtual).toBeCloseTo(end / 2, 0)
    expect(afterScroll(lowEnd, middle, geometry).virtual).toBe(end)
    expect(afterScroll(0, middle, geometry).virtual).toBe(0)
  })

  test('the bar that reaches an end before the list is put back, and the list goes on to its end', () => {
    let place = settled({ physical: 0, virtual: 700 }, geometry)
    place = { ...place, physical: 0 }
    expect(isStuck(place, geometry)).toBe(true)
    place = settled(place, geometry)
    expect(place.virtual).toBe(700)
    expect(place.physical).toBeGreaterThan(0)
    expect(isStuck({ physical: 0, virtual: 0 }, geometry)).toBe(false)
    expect(isStuck({ physical: lowEnd, virtual: end }, geometry)).toBe(false)
  })

  test('any way of scrolling stays inside, and the bar says roughly where', () => {
    const step = fc.oneof(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -lowEnd, max: lowEnd }))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let place: ScrollPlace = { physical: 0, virtual: 0 }
        for (const each of steps) {
          const physical = Math.min(lowEnd, Math.max(0, place.physical + each))
          place = afterScroll(physical, place, geometry)
          if (isStuck(place, geometry)) place = settled(place, geometry)
          expect(place.virtual).toBeGreaterThanOrEqual(0)
          expect(place.virtual).toBeLessThanOrEqual(end)
        }
        expect(physicalOf(place.virtual, geometry)).toBeGreaterThanOrEqual(0)
        expect(physicalOf(place.virtual, geometry)).toBeLessThanOrEqual(lowEnd)
      }),
    )
  })
})

describe('the rows that are drawn', () => {
  const geometry = { count: 142_941, rowHeight: 34, viewport: 600 }
  const place = (virtual: number) => ({ physical: virtual, virtual })

  test('those on screen and a few around; the rest is empty space of the right height', () => {
    const window = rowWindow(place(34_000), geometry)
    expect(window).toEqual({ first: 990, last: 1028, shift: 0 })
    const { rows, rest } = rowsToDraw(window, -1, geometry)
    expect(rows[0]).toEqual({ index: 990, gap: 990 * 34 })
    expect(rows.slice(1).every(({ gap }) => gap === 0)).toBe(true)
    expect(990 * 34 + rows.length * 34 + rest).toBe(geometry.count * 34)
  })

  test('the row that the keyboard is on stays, without moving the others', () => {
    const window = rowWindow(place(34_000), geometry)
    for (const keep of [0, 142_940]) {
      const { rows, rest } = rowsToDraw(window, keep, geometry)
      expect(rows.map(({ index }) => index)).toContain(keep)
      const height = rows.reduce((sum, { gap }) => sum + gap + 34, 0) + rest
      expect(height).toBe(geometry.count * 34)
      const before = rows.slice(
        0,
        rows.findIndex(({ index }) => index === 990),
      )
      expect(before.reduce((sum, { gap }) => sum + gap + 34, 0) + (rows[before.length]?.gap ?? 0)).toBe(
        990 * 34,
      )
    }
  })

  test('nothing for no rows; all of a short list', () => {
    expect(rowsToDraw(rowWindow(place(0), { ...geometry, count: 0 }), 0, { ...geometry, count: 0 })).toEqual({
      rows: [],
      rest: 0,
    })
    const short = { ...geometry, count: 3 }
    expect(rowsToDraw(rowWindow(place(0), short), 0, short).rows).toEqual([
      { index: 0, gap: 0 },
      { index: 1, gap: 0 },
      { index: 2, gap: 0 },
    ])
  })

  test('anywhere in a million rows: on screen, in order, inside the box', () => {
    const count = 1_446_425
    const all = { ...geometry, count }
    const scale = { content: count * 34, viewport: 600 }
    fc.assert(
      fc.property(fc.nat(count * 34 - 600), fc.integer({ min: -1, max: count }), (virtual, keep) => {
        const at = settled({ physical: 0, virtual }, scale)
        const window = rowWindow(at, all)
        const { rows, rest } = rowsToDraw(window, keep, all)
        const seen = Math.floor(virtual / 34)
        expect(window.first).toBeLessThanOrEqual(seen)
        expect(window.last).toBeGreaterThanOrEqual(Math.min(count - 1, Math.floor((virtual + 599) / 34)))
        expect(rows.every(({ gap }) => gap >= 0)).toBe(true)
        const height = rows.reduce((sum, { gap }) => sum + gap + 34, 0) + rest
        expect(height).toBe(physicalHeight(count * 34))
      }),
    )
  })

  test('a row is scrolled to only when it is not seen whole', () => {
    expect(placeToSee(5, 0, geometry)).toBeNull()
    expect(placeToSee(17, 0, geometry)).toBe(18 * 34 - 600)
    expect(placeToSee(5, 400, geometry)).toBe(5 * 34)
  })
})
