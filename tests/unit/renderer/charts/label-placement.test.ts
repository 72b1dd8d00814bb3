import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlaps, placeLabels } from '../../../../src/renderer/charts/label-placement.ts'

const BOUNDS = { x: 0, y: 0, width: 600, height: 300 }
const at = (x: number, y: number, width = 60) => ({ x, y, width, height: 14 })

describe('labels beside marks', () => {
  test('a lone label stands right of its mark, on its line', () => {
    const [placed] = placeLabels([at(100, 100)], [{ x: 100, y: 100 }], BOUNDS)
    expect(placed).toEqual({ x: 108, y: 93, width: 60, height: 14, isFar: false })
  })

  test('at the right edge it stands on the left', () => {
    const [placed] = placeLabels([at(590, 100)], [{ x: 590, y: 100 }], BOUNDS)
    expect(placed?.x).toBe(590 - 8 - 60)
  })

  test('the first come are the first served; where there is no room there is no label', () => {
    const many = Array.from({ length: 60 }, () => at(300, 150))
    const placed = placeLabels(many, [{ x: 300, y: 150 }], BOUNDS)
    expect(placed[0]).not.toBeNull()
    expect(placed.at(-1)).toBeNull()
  })

  test('never over another label, over a mark or outside, wherever the marks are', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 300 }) })
    fc.assert(
      fc.property(fc.array(place, { maxLength: 25 }), fc.integer({ min: 20, max: 160 }), (marks, width) => {
        const labels = placeLabels(
          marks.map(({ x, y }) => at(x, y, width)),
          marks,
          BOUNDS,
        ).filter((each) => each !== null)
        for (const [index, label] of labels.entries()) {
          expect(label.x).toBeGreaterThanOrEqual(0)
          expect(label.x + label.width).toBeLessThanOrEqual(600)
          expect(label.y).toBeGreaterThanOrEqual(0)
          expect(label.y + label.height).toBeLessThanOrEqual(300)
          for (const other of labels.slice(index + 1)) expect(overlaps(label, other)).toBe(false)
          for (const { x, y } of marks)
            expect(overlaps(label, { x: x - 4, y: y - 4, width: 8, height: 8 })).toBe(false)
        }
      }),
    )
  })
})
