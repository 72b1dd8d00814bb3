import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { filesIn, OpenedFiles } from '../../../src/main/opened-files.ts'

test('files among the arguments are opened; options, their values, folders and what is not there are not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cine-opened-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const name of ['films.csv', 'my reviews.csv']) await writeFile(join(folder, name), 'x')
  const argv = ['studio', '--no-sandbox', folder, '--lake', 'films.csv', join(folder, 'films.csv'), '-x']
  expect(filesIn([...argv, 'my reviews.csv', 'absent.csv', './films.csv'], folder)).toEqual([
    join(folder, 'films.csv'),
    join(folder, 'my reviews.csv'),
    join(folder, 'films.csv'),
  ])
  expect(filesIn(['films.csv'], folder)).toEqual([])
  // As a desktop of Linux says it.
  const address = pathToFileURL(join(folder, 'my reviews.csv')).href
  expect(filesIn(['studio', address, 'file://elsewhere/films.csv', 'file:///%'], folder)).toEqual([
    join(folder, 'my reviews.csv'),
  ])
})

test('they wait for a page, and are told once to the one that listens', () => {
  const opened = new OpenedFiles(['a'])
  opened.add(['b'])
  const heard: string[][] = []
  opened.listen((paths) => heard.push(paths))
  expect(heard).toEqual([['a', 'b']])
  opened.add(['c'])
  opened.leave()
  opened.add(['d'])
  expect(heard).toEqual([['a', 'b'], ['c']])
  opened.listen((paths) => heard.push(paths))
  expect(heard.at(-1)).toEqual(['d'])
})
