import { expect, test } from 'vitest'
import { KeySequences } from '../../../../src/renderer/app/shortcuts.ts'

const press = (key: string, at = 0, rest: { modified?: boolean; typing?: boolean } = {}) => ({
  key,
  at,
  modified: false,
  typing: false,
  ...rest,
})

test('g and a letter goes to a page, within its time', () => {
  const keys = new KeySequences()
  expect(keys.press(press('g', 0))).toBeNull()
  expect(keys.press(press('e', 400))).toEqual({ kind: 'go', page: 'explorer' })
  expect(keys.press(press('e', 500))).toBeNull()
  keys.press(press('g', 1000))
  expect(keys.press(press('r', 3000))).toBeNull()
  keys.press(press('g', 4000))
  expect(keys.press(press('x', 4100))).toBeNull()
  expect(keys.press(press('r', 4200))).toBeNull()
})

test('? and / mean something, but not in a field and not with Ctrl', () => {
  const keys = new KeySequences()
  expect(keys.press(press('?'))).toEqual({ kind: 'sheet' })
  expect(keys.press(press('/'))).toEqual({ kind: 'search' })
  for (const key of ['?', '/']) {
    expect(keys.press(press(key, 0, { typing: true }))).toBeNull()
    expect(keys.press(press(key, 0, { modified: true }))).toBeNull()
  }
  keys.press(press('g', 0, { typing: true }))
  expect(keys.press(press('h', 10))).toBeNull()
})
