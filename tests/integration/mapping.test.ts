import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Result } from '../../src/pipeline/api.ts'
import { landedFiles, landFiles, recogniseFiles, sampleTables } from '../../src/pipeline/ingest/index.ts'
import { type LakeLayout, lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { listSources, proposeMappings, saveSource } from '../../src/pipeline/mapping/index.ts'
import { SOURCES, sourcesOf } from '../../src/pipeline/sources/index.ts'
import { cine } from '../helpers/cine.ts'
import { tempLake } from '../helpers/lake.ts'
import { land, published, run } from '../helpers/run.ts'
import { zip } from '../helpers/zip.ts'

const FILMS = [
  'Film;Année;Durée;Réalisateur;Pays;Recettes (M$)',
  ...Array.from(
    { length: 40 },
    (_, n) => `Le film n° ${n};${1980 + n};${85 + n} min;Claude Dupont;France;${n * 3}`,
  ),
].join('\n')

let layout: LakeLayout
let path: string

beforeEach(async () => {
  const folder = await tempLake()
  layout = lakeLayout(join(folder, 'lake'))
  path = join(folder, 'Mes films.csv')
  await mkdir(folder, { recursive: true })
  await writeFile(path, FILMS)
})

const propose = async (options: Partial<Parameters<typeof proposeMappings>[1]> = {}) => {
  const [table] = await proposeMappings(path, { specs: await sourcesOf(layout), ...options })
  if (!table) throw new Error('no proposal')
  return table
}
const meanings = (table: Awaited<ReturnType<typeof propose>>) =>
  Object.fromEntries(table.columns.map(({ column, means }) => [column, means]))

describe('a proposal', () => {
  it('says of each column what it may mean, how sure that is, and why', async () => {
    const table = await propose()
    expect(table).toMatchObject({
      file: 'Mes films.csv',
      delimiter: ';',
      records: 40,
      known: null,
      role: 'films',
      film: 'title_year',
      problem: null,
    })
    expect(meanings(table)).toEqual({
      Film: 'title',
      Année: 'year',
      Durée: 'runtime_minutes',
      Réalisateur: 'directors',
      Pays: 'country',
      'Recettes (M$)': 'box_office_usd',
    })
    for (const { means, confidence, by, samples } of table.columns) {
      expect(confidence > 0.4).toBe(means !== null)
      expect(by === null).toBe(means === null)
      expect(samples.length).toBeGreaterThan(0)
    }
    expect(table.spec).toMatchObject({
      id: 'mes_films',
      keys: ['film', 'annee'],
      fields: [
        { name: 'film', aliases: ['Film'], required: true, means: 'title' },
        { name: 'annee', aliases: ['Année'], required: true, means: 'year' },
        { name: 'duree', means: 'runtime_minutes' },
        { name: 'realisateur', means: 'directors' },
        { name: 'pays', means: 'country' },
        { name: 'recettes_m', means: 'box_office_usd', unit: 'usd_millions' },
      ],
    })
  })

  it('takes what the user knows better', async () => {
    const set = { 'recettes (m$)': 'box_office_worldwide_usd:usd_millions', '#5': 'none' }
    const table = await propose({ set, id: 'cnc', title: 'CNC', role: 'money' })
    expect(meanings(table)).toMatchObject({ 'Recettes (M$)': 'box_office_worldwide_usd', Pays: null })
    expect(table.columns.at(-1)).toMatchObject({ by: 'you', confidence: 1, unit: 'usd_millions' })
    expect(table.spec).toMatchObject({ id: 'cnc', title: 'CNC', role: 'money' })
    // A meaning that the user gives to one column is taken from the other.
    expect(meanings(await propose({ set: { Pays: 'title' } }))).toMatchObject({ Pays: 'title', Film: null })
  })

  it.each([
    [{ Nothing: 'title' }, 'MAP_UNKNOWN_COLUMN', /Film, Année/],
    [{ '#7': 'title' }, 'MAP_UNKNOWN_COLUMN', /#1 is the first/],
    [{ Film: 'titel' }, 'MAP_UNKNOWN_MEANING', /title, original_title/],
    [{ Film: 'title:hours' }, 'MAP_UNKNOWN_MEANING', /title, title_year/],
  ])('refuses %j, and says what there is', async (set, code, hint) => {
    const error = await propose({ set: set as Record<string, string> }).catch((thrown) => thrown)
    expect(error).toMatchObject({ code })
    expect(error.hint).toMatch(hint)
  })

  it('says when no column tells the film', async () => {
    await writeFile(path, `a,b\n${'Drama,12\n'.repeat(30)}`)
    const table = await propose()
    expect(table).toMatchObject({ film: null, spec: null, keys: [] })
    expect(table.problem).toMatch(/which film/)
  })

  it('leaves aside what no specification could find again', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, n) => `tt${1_000_000 + n},Film ${n},The film of ${n},${1950 + n}`,
    )
    await writeFile(path, `,Title,title,Year\n${rows.join('\n')}`)
    expect((await propose()).columns.map(({ means }) => means)).toEqual([null, 'title', null, 'year'])
    for (const column of ['#1', '#3'])
      await expect(propose({ set: { [column]: 'original_title' } })).rejects.toMatchObject({
        code: 'MAP_NAMELESS_COLUMN',
      })
  })

  it('looks into packed files and archives, one table or all', async () => {
    await writeFile(path, gzipSync(FILMS))
    expect((await propose()).columns).toHaveLength(6)
    await writeFile(
      path,
      zip([
        { name: 'a/one.csv', content: FILMS },
        { name: 'two.csv', content: 'tconst,numVotes\ntt0000001,5\n' },
      ]),
    )
    const specs = SOURCES
    expect((await proposeMappings(path, { specs })).map(({ file }) => file)).toHaveLength(2)
    expect(await proposeMappings(path, { specs, table: 'one.csv' })).toMatchObject([{ role: 'films' }])
    await expect(proposeMappings(path, { specs, table: 'three.csv' })).rejects.toMatchObject({
      code: 'MAP_NO_TABLE',
    })
  })

  it('reads a part of a large file, evenly, and the same part each time', async () => {
    const rows = Array.from(
      { length: 300_000 },
      (_, n) => `tt${1_000_000 + n},Film ${n},${1920 + (n % 100)}, and some more text`,
    )
    await writeFile(path, `id,name,year,text\n${rows.join('\n')}`)
    for await (const { rows: sample, records } of sampleTables(path)) {
      expect(records).toBeGreaterThan(200_000)
      expect(sample.length).toBeGreaterThan(1900)
      expect(sample.length).toBeLessThanOrEqual(4000)
    }
    expect(await propose()).toEqual(await propose())
  })
})

describe('a specification of the lake', () => {
  it('is remembered: its layout lands from then on, whatever the file is called', async () => {
    expect((await landFiles(layout, [{ path }]))[0]).toMatchObject({ error_code: 'INGEST_UNKNOWN_LAYOUT' })
    expect((await landFiles(layout, [{ path }]))[0]?.hint).toContain('cine map')
    const { spec } = await propose({ id: 'my_films' })
    expect(await saveSource(layout, spec, { replace: false })).toEqual({
      id: 'my_films',
      path: 'metadata/sources/my_films.json',
    })
    expect(await landFiles(layout, [{ path }])).toMatchObject([
      { source: 'my_films', status: 'completed', rows: 40 },
    ])
    expect(await landedFiles(layout)).toMatchObject([{ source: 'my_films', rejected: 0 }])
    expect(await recogniseFiles([path], await sourcesOf(layout))).toMatchObject([
      { source: 'my_films', score: 1 },
    ])
    expect((await propose()).known).toBe('my_films')
    const listed = await listSources(layout)
    expect(listed.filter(({ own }) => own).map(({ id }) => id)).toEqual(['my_films'])
    expect(listed).toHaveLength(SOURCES.length + 1)
  })

  it('takes no other table for its own', async () => {
    const { spec } = await propose({ id: 'my_films' })
    await saveSource(layout, spec, { replace: false })
    await writeFile(path, 'Film,Année\nX,1990\n')
    expect((await landFiles(layout, [{ path }]))[0]).toMatchObject({ error_code: 'INGEST_UNKNOWN_LAYOUT' })
  })

  it('is not replaced by mistake, nor so that what landed could not be read', async () => {
    const { spec } = await propose({ id: 'my_films' })
    await saveSource(layout, spec, { replace: false })
    await expect(saveSource(layout, spec, { replace: false })).rejects.toMatchObject({
      code: 'SOURCE_EXISTS',
    })
    await expect(saveSource(layout, { ...spec, id: 'rt_movies' }, { replace: false })).rejects.toMatchObject({
      code: 'SOURCE_EXISTS',
    })
    await saveSource(layout, spec, { replace: true })
    await landFiles(layout, [{ path }])
    await writeFile(path, 'Title,Year\nX,1990\n')
    const other = (await propose({ id: 'my_films' })).spec
    await expect(saveSource(layout, other, { replace: true })).rejects.toMatchObject({
      code: 'SOURCE_IN_USE',
    })
  })

  it('must be valid', async () => {
    const { spec } = await propose()
    for (const bad of [
      {},
      { ...spec, id: '../x' },
      { ...spec, fields: [] },
      { ...spec, film: 'imdb_id' },
      null,
    ])
      await expect(saveSource(layout, bad, { replace: false })).rejects.toMatchObject({
        code: 'SOURCE_NOT_VALID',
      })
  })
})

describe('through the lake', () => {
  it('a mapped table becomes films, with the values of its units', async () => {
    const set = { 'Recettes (M$)': 'box_office_worldwide_usd:usd_millions' }
    await saveSource(layout, (await propose({ set, id: 'cnc' })).spec, { replace: false })
    await land(layout, [path])
    await run(layout)
    const films = await published(layout, 'films')
    expect(films).toHaveLength(40)
    expect(films.find(({ year }) => year === 1990)).toMatchObject({
      title: 'Le film n° 10',
      runtime_minutes: 95,
      country: 'France',
      sources: ['cnc'],
    })
  })

  it('reviews by number go to the films of the source that has those numbers', async () => {
    const films = [
      'movieId,title,genres',
      ...Array.from({ length: 40 }, (_, n) => `${n * 3 + (n % 2)},Film ${n} (19${40 + n}),Drama|War`),
    ]
    await writeFile(path, films.join('\n'))
    await saveSource(layout, (await propose({ id: 'ml_films' })).spec, { replace: false })
    await land(layout, [path])
    const reviews = [
      'movieId,critic,review,score',
      ...Array.from(
        { length: 40 },
        (_, n) =>
          `${n * 3 + (n % 2)},Ann Lee,"It is a film that one may see, or not, as it is ${n}",${n % 6}/5`,
      ),
    ]
    await writeFile(path, reviews.join('\n'))
    const proposal = await propose({ id: 'ml_reviews' })
    expect(proposal.spec).toMatchObject({ role: 'reviews', film: 'own_id', films_of: 'ml_films' })
    await saveSource(layout, proposal.spec, { replace: false })
    await land(layout, [path])
    await run(layout)
    const found = await published<{ film_id: string | null }>(layout, 'reviews')
    expect(found).toHaveLength(40)
    expect(found.filter(({ film_id }) => film_id === null)).toEqual([])
  })
})

describe('cine map', () => {
  it('shows, corrects, remembers; then ingest knows the file', async () => {
    const command = (...args: string[]) => cine([...args, '--lake', layout.root])
    const shown = await command('map', path)
    expect(shown.stdout).toMatch(/Réalisateur +directors +9\d %/)
    expect(shown.stdout).toContain('--save')
    const saved = await command(
      'map',
      path,
      '--set',
      'Recettes (M$)=box_office_worldwide_usd:usd_millions',
      '--save',
      'cnc',
      '--json',
    )
    const result: { tables: Result<'sources.propose'>['tables']; saved: unknown } = saved.json()
    expect(result.saved).toEqual({ id: 'cnc', path: 'metadata/sources/cnc.json' })
    expect(result.tables[0]?.spec).toEqual(
      JSON.parse(await readFile(join(layout.sources, 'cnc.json'), 'utf8')),
    )
    expect((await command('ingest', path, '--json')).json().ingestions).toMatchObject([
      { source: 'cnc', rows: 40 },
    ])
    const again = await command('map', path, '--save', 'cnc', '--json')
    expect(again.json().error).toMatchObject({ code: 'SOURCE_EXISTS' })
    expect((await command('map', path, '--set', 'x')).exitCode).toBe(2)
    for (const [name, such] of [
      ['../x', 'such as x.'],
      ['Mes films', 'such as mes_films.'],
      ['42', 'a letter first.'],
    ] as const) {
      const { error } = (await command('map', path, '--save', name, '--json')).json()
      expect(error).toMatchObject({ code: 'SOURCE_NOT_VALID', message: expect.stringContaining(name) })
      expect(error.hint).toContain(such)
    }
    expect((await command('map', join(layout.root, 'none.csv'), '--json')).json().error).toMatchObject({
      code: 'INGEST_NOT_FOUND',
    })
  })
})
