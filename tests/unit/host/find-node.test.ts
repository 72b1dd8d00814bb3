import { expect, test } from 'vitest'
import { findNode, isRecent } from '../../../src/pipeline/host/find-node.ts'

test.each([
  ['20.20.1', false],
  ['22.17.9', false],
  ['22.18.0', true],
  ['23.1.0', true],
  ['24.21.0', true],
])('Node %s is recent enough: %s', (version, expected) => {
  expect(isRecent(version)).toBe(expected)
})

test('the Node that runs this is taken when it is recent enough', async () => {
  expect(await findNode({ CINE_NODE: '/nowhere' })).toBe(process.execPath)
})
