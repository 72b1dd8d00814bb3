import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  changePreferences,
  preferencesPath,
  readPreferences,
  withRecent,
} from '../../../src/main/preferences.ts'

async function file(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cine-habits-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return preferencesPath(folder)
}

test('French and no lake at first; what is changed is there for the next window', async () => {
  const path = await file()
  expect(readPreferences(path)).toEqual({ language: 'fr', recent: [] })
  changePreferences(path, (before) => withRecent(before, '/a'))
  changePreferences(path, (before) => ({ ...before, language: 'en' }))
  changePreferences(path, (before) => withRecent(before, '/b'))
  changePreferences(path, (before) => withRecent(before, '/a'))
  expect(readPreferences(path)).toEqual({ language: 'en', recent: ['/a', '/b'] })
  for (let n = 0; n < 20; n++) changePreferences(path, (before) => withRecent(before, `/${n}`))
  expect(readPreferences(path).recent).toHaveLength(8)
  expect(readPreferences(path).recent[0]).toBe('/19')
})

test('a file that makes no sense stops nothing', async () => {
  const path = await file()
  changePreferences(path, (before) => before)
  for (const wrong of ['', 'null', '{"language":7,"recent":"x"}', '{"recent":[1,"/a"]}']) {
    await writeFile(path, wrong)
    expect(readPreferences(path).language).toBe('fr')
  }
  expect(readPreferences(path).recent).toEqual(['/a'])
})
