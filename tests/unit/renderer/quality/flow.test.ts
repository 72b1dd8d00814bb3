import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BalanceLine } from '../../../../src/pipeline/api.ts'
import {
  isBalanced,
  layoutFlow,
  ribbon,
  totalOf,
} from '../../../../src/renderer/pages/quality/flow/layout.ts'

const line = (source: string, rows_out: number, merged: number, rejected: number): BalanceLine => ({
  source,
  rows_in: rows_out + merged + rejected,
  rows_out,
  merged,
  rejected,
})

test('the balance is summed and judged', () => {
  const balance = [line('films', 105, 11, 0), line('reviews', 2161, 138, 91)]
  expect(totalOf(balance)).toEqual({ rows_in: 2506, rows_out: 2266, merged: 149, rejected: 91 })
  expect(isBalanced(totalOf(balance))).toBe(true)
  expect(isBalanced({ rows_in: 10, rows_out: 8, merged: 1, rejected: 0 })).toBe(false)
})

test('a flow is as thick as its rows, and a single row among millions is still seen', () => {
  const { links } = layoutFlow([line('films', 1_000_000, 0, 1), line('reviews', 3_000_000, 0, 0)])
  const [films, reject, reviews] = links
  expect(links.map(({ source, target }) => `${source} ${target}`)).toEqual([
    'films rows_out',
    'films rejected',
    'reviews rows_out',
  ])
  expect((reviews?.thickness ?? 0) / (films?.thickness ?? 1)).toBeCloseTo(3, 5)
  expect(reject?.thickness).toBe(2)
})

test('nothing overlaps: ribbons fill their bars, bars and labels keep their distance', () => {
  const lines = fc.array(
    fc.tuple(fc.nat(2_000_000), fc.nat(50_000), fc.nat(50_000)).map((rows) => rows),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(lines, (all) => {
      const balance = all.map(([out, merged, rejected], index) => line(`s${index}`, out, merged, rejected))
      const { sources, targets, links, height } = layoutFlow(balance)
      for (const nodes of [sources, targets])
        nodes.forEach((node, index) => {
          const before = nodes[index - 1]
          if (before) expect(node.middle - before.middle).toBeGreaterThanOrEqual(38)
          if (before) expect(node.y).toBeGreaterThanOrEqual(before.y + before.height)
          expect(node.y).toBeGreaterThanOrEqual(-1e-6)
          expect(node.y + node.height).toBeLessThanOrEqual(height + 1e-6)
        })
      for (const node of sources) {
        const own = links.filter(({ source }) => source === node.key)
        expect(own.reduce((sum, { thickness }) => sum + thickness, 0)).toBeCloseTo(node.height, 6)
        if (own[0]) expect(own[0].from).toBeCloseTo(node.y, 6)
      }
      expect(links.reduce((sum, { rows }) => sum + rows, 0)).toBe(totalOf(balance).rows_in)
    }),
    { numRuns: 60 },
  )
})

test('an empty balance and a source without rows are drawn, not fallen over', () => {
  expect(layoutFlow([]).links).toEqual([])
  const { sources, targets, height } = layoutFlow([line('empty', 0, 0, 0)])
  expect(sources).toMatchObject([{ key: 'empty', rows: 0, height: 0 }])
  expect(targets.map(({ rows }) => rows)).toEqual([0, 0, 0])
  expect(height).toBeGreaterThan(0)
})

test('a ribbon is one closed outline from bar to bar', () => {
  const path = ribbon({ source: 'a', target: 'rejected', rows: 1, from: 10, to: 40, thickness: 2 }, 0, 100)
  expect(path).toBe('M0 10C50 10 50 40 100 40L100 42C50 42 50 12 0 12Z')
})
