import { expect, test } from 'vitest'
import { nearestLayout } from '../../../../src/renderer/pages/home/nearest-layout.ts'

const near = (score: number) => ({ nearest: [{ source: 'rt_movies', score, missing: ['id'] }] })

test('a layout is named only when the file comes close to it', () => {
  expect(nearestLayout({ details: near(0.8) })).toEqual({ source: 'rt_movies', score: 0.8, missing: ['id'] })
  expect(nearestLayout({ details: near(0.1) })).toBeNull()
  expect(nearestLayout({ details: { nearest: [] } })).toBeNull()
  expect(nearestLayout({ details: { path: '/x' } })).toBeNull()
})
