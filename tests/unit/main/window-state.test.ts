import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { placement, readWindowState, USUAL, writeWindowState } from '../../../src/main/window-state.ts'

const screen = { x: 0, y: 25, width: 1920, height: 1055 }
const state = (x: number, y: number, width = 1400, height = 900) => ({
  box: { x, y, width, height },
  maximised: false,
})

test('a window opens as it was closed', () => {
  expect(placement(state(100, 60), [screen])).toEqual({ x: 100, y: 60, width: 1400, height: 900 })
  const second = { x: 1920, y: 0, width: 1280, height: 1024 }
  expect(placement(state(2000, 10), [screen, second])).toMatchObject({ x: 2000, y: 10, width: 1280 })
  expect(placement(null, [screen])).toEqual(USUAL)
})

test('a screen that is gone takes the place with it, not the size; a small one shrinks it', () => {
  expect(placement(state(2000, 60), [screen])).toEqual({ width: 1280, height: 820 })
  expect(placement(state(-1390, 60), [screen])).not.toHaveProperty('x')
  expect(placement(state(0, 1079), [screen])).not.toHaveProperty('x')
  const small = { x: 0, y: 0, width: 1024, height: 600 }
  expect(placement(state(0, 0), [small])).toEqual({ x: 0, y: 0, width: 1100, height: 700 })
})

test('kept in the profile; a damaged file is as if there were none', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'cine-profile-'))
  onTestFinished(() => rm(profile, { recursive: true, force: true }))
  expect(readWindowState(profile)).toBeNull()
  const kept = { ...state(1, 2), maximised: true }
  writeWindowState(profile, kept)
  expect(readWindowState(profile)).toEqual(kept)
  for (const damaged of ['', '{', '{"box":{"x":1}}', 'null']) {
    await writeFile(join(profile, 'window.json'), damaged)
    expect(readWindowState(profile)).toBeNull()
  }
})
