import { expect, test } from 'vitest'
import { rowLayout } from '../../../../src/renderer/charts/rows/row-layout.ts'

test('panels of the same rows share the width, to the pixel', () => {
  const { isStacked, widths } = rowLayout(1001, 180, [0.24, 0.3])
  expect(isStacked).toBe(false)
  expect(widths).toEqual([1001 - 197 - 246, 197, 246])
})

test('where it is narrow each has all of it', () => {
  expect(rowLayout(440, 180, [0.24, 0.3])).toEqual({ isStacked: true, widths: [440, 440, 440] })
})
