import { rm, writeFile } from 'node:fs/promises'
import { homedir, hostname, userInfo } from 'node:os'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openEngine } from '../../src/pipeline/engine.ts'
import { tempLake } from '../helpers/lake.ts'

const MOVIES = `id,title,audienceScore,tomatoMeter,runtimeMinutes,genre,boxOffice,releaseDateTheaters
dune_2021,Dune,90,83,100,Drama,$100M,2021-10-22
`

test('says what happened; holds no path, name, address or token', async () => {
  const lake = await tempLake()
  vi.stubEnv('CINE_CONFIG', join(lake, 'config'))
  vi.stubEnv('KAGGLE_API_TOKEN', 'a-secret-token')
  vi.stubEnv('HDFS_RAW', 'hdfs://secret-host:8020/raw')
  vi.stubEnv('USER', 'jeanne-d-arc')
  onTestFinished(() => void vi.unstubAllEnvs())
  const engine = await openEngine({ lake })
  onTestFinished(() => engine.close())
  const good = join(lake, 'films-of-jeanne.csv')
  const bad = join(lake, 'private-notes.csv')
  const table = join(lake, 'mine.csv')
  const gone = join(lake, 'gone.csv')
  await writeFile(good, MOVIES)
  await writeFile(bad, 'a,b\n1,2\n')
  await writeFile(table, 'Film,Year,Gross\nDune,2021,$100\nHeat,1995,$200\n')
  await writeFile(gone, 'Name,Day,Money\nDune,2021-01-02,$100\nHeat,1995-01-02,$200\n')
  const [proposal] = (await engine.request('sources.propose', { path: table, id: 'secret_list' })).tables
  await engine.request('sources.save', { spec: { ...proposal?.spec } })
  await engine.request('pipeline.run', { files: [{ path: good }, { path: bad }] })
  await engine.request('contributions.film', {
    film_id: 'rt:dune_2021',
    box_office_usd: 5,
    author: 'jeanne',
    reason: 'seen at home',
  })
  // One that stops: its record names the files that it misses.
  await expect(engine.request('pipeline.run', { from: join(lake, 'nowhere-of-jeanne') })).rejects.toThrow()

  // A source that was removed again: the history still names it.
  const [other] = (await engine.request('sources.propose', { path: gone, id: 'jeanne_list' })).tables
  const { path } = await engine.request('sources.save', { spec: { ...other?.spec } })
  await engine.request('ingest.run', { files: [{ path: gone }] })
  await rm(join(lake, path))

  const found = await engine.request('diagnostics.get', {})
  expect(found.lake.runs).toMatchObject([
    { current: true, rows: { films: 1 }, inputs: [{ source: 'rt_movies' }] },
  ])
  expect(found.lake.ingestions.map(({ status, error_code }) => [status, error_code])).toEqual(
    expect.arrayContaining([
      ['completed', null],
      ['failed', 'INGEST_UNKNOWN_LAYOUT'],
    ]),
  )
  expect(found).toMatchObject({ kaggle_token: true, settings: { hdfs_raw: 'environment' } })
  expect(found.lake.own_sources).toBe(1)

  const values = valuesOf(found).join('\n')
  for (const ours of [
    lake,
    basename(lake),
    homedir(),
    'jeanne',
    'private',
    'secret',
    'mine',
    'Dune',
    'seen at',
    '/',
    '.csv',
  ])
    expect(values, ours).not.toContain(ours)
  // These may be short, and part of a word of ours.
  const words = values.split(/[^\p{L}\p{N}_-]+/u)
  expect(words).not.toContain(userInfo().username)
  expect(words).not.toContain(hostname())
})

function valuesOf(found: unknown): string[] {
  return typeof found === 'object' && found !== null
    ? Object.values(found).flatMap(valuesOf)
    : [String(found)]
}
