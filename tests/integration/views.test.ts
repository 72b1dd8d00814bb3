import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openEngine } from '../../src/pipeline/engine.ts'
import { cine } from '../helpers/cine.ts'
import { tempLake } from '../helpers/lake.ts'

async function opened() {
  const lake = await tempLake()
  const engine = await openEngine({ lake })
  onTestFinished(() => engine.close())
  return { lake, engine }
}
const drama = { from_year: 1990, genres: ['Drama'], include_unknown: true }

test('saved by name, replaced, listed by name, removed; another start has them', async () => {
  const { lake, engine } = await opened()
  expect(await engine.request('views.list', {})).toEqual({ views: [] })
  await engine.request('views.save', { name: 'Étés', filters: { max_imdb: 5 } })
  await engine.request('views.save', { name: '  Drames récents ', filters: drama })
  await engine.request('views.save', { name: 'Étés', filters: { min_imdb: 8 } })
  const again = await openEngine({ lake })
  const { views } = await again.request('views.list', {})
  await again.close()
  expect(views.map(({ name, filters }) => [name, filters])).toEqual([
    ['Drames récents', drama],
    ['Étés', { min_imdb: 8 }],
  ])
  expect((await engine.request('views.remove', { name: 'Étés' })).views).toHaveLength(1)
  await expect(engine.request('views.remove', { name: 'Étés' })).rejects.toMatchObject({
    code: 'VIEW_UNKNOWN',
  })
  for (const bad of [{ name: ' ', filters: {} }, { name: 'x', filters: { from_year: 3 } }, { name: 'x' }])
    await expect(engine.request('views.save', bad as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('a damaged file stops nothing, and is put aside, not overwritten', async () => {
  const { lake, engine } = await opened()
  await mkdir(join(lake, 'metadata'))
  await writeFile(join(lake, 'metadata', 'views.json'), '{"views": [{"name"')
  expect(await engine.request('views.list', {})).toEqual({ views: [] })
  await engine.request('views.save', { name: 'a', filters: {} })
  const [aside] = (await readdir(join(lake, 'metadata'))).filter((name) => name.startsWith('views.damaged'))
  expect(await readFile(join(lake, 'metadata', aside ?? ''), 'utf8')).toBe('{"views": [{"name"')
  expect((await engine.request('views.list', {})).views.map(({ name }) => name)).toEqual(['a'])
})

test('saved by many at once, here and by other processes: none is lost', async () => {
  const { lake, engine } = await opened()
  const here = Array.from({ length: 5 }, (_, n) =>
    engine.request('views.save', { name: `here ${n}`, filters: {} }),
  )
  const there = Array.from({ length: 4 }, (_, n) =>
    cine(['views', 'save', `there ${n}`, '--lake', lake, '--json']),
  )
  await Promise.all([...here, ...there])
  expect((await engine.request('views.list', {})).views).toHaveLength(9)
})

test('by the command', async () => {
  const lake = await tempLake()
  const saved = await cine([
    'views',
    'save',
    'Nineties',
    '--from-year',
    '1990',
    '--genre',
    'Drama',
    '--lake',
    lake,
    '--json',
  ])
  expect(saved.json().views).toMatchObject([
    { name: 'Nineties', filters: { from_year: 1990, genres: ['Drama'] } },
  ])
  expect((await cine(['views', '--lake', lake])).stdout).toMatch(/Nineties .*from_year=1990 genres=Drama/)
})
