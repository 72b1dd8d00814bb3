import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lakeLayout } from '../../../src/pipeline/lake/layout.ts'
import {
  fieldIndexes,
  keyFields,
  keyPattern,
  MEANINGS,
  recogniseHeader,
  SOURCES,
  type SourceSpec,
  sourceById,
  sourceSpecSchema,
  sourcesOf,
  unitsOf,
} from '../../../src/pipeline/sources/index.ts'
import { tempLake } from '../../helpers/lake.ts'

const specOf = (id: string) => sourceById(id, SOURCES)
const headerOf = (spec: SourceSpec) => spec.fields.map((field) => field.aliases[0] ?? '')

/** A layout of a lake's own, as its JSON file has it. */
const festival = {
  id: 'festival',
  title: 'Festival programme',
  role: 'films',
  film: 'title_year',
  keys: ['film', 'shown'],
  fields: [
    { name: 'film', aliases: ['Film'], required: true, means: 'title' },
    { name: 'shown', aliases: ['Année', 'Year'], means: 'year' },
    { name: 'length', aliases: ['Durée (h)'], means: 'runtime_minutes', unit: 'hours' },
  ],
}

describe('shipped specifications', () => {
  it.each(SOURCES.map((spec) => [spec.id, spec] as const))('%s can be written as JSON', (_, spec) => {
    expect(sourceSpecSchema.parse(JSON.parse(JSON.stringify(spec)))).toEqual(spec)
    expect(keyFields(spec).some((field) => field.required)).toBe(true)
  })

  it.each(SOURCES.map((spec) => [spec.id, spec] as const))(
    '%s is recognised as itself, in any order, also from its required columns alone',
    (_, spec) => {
      const required = spec.fields.filter((field) => field.required).map((field) => field.aliases[0] ?? '')
      expect(recogniseHeader('f', required.reverse(), SOURCES).spec.id).toBe(spec.id)
      expect(recogniseHeader('f', headerOf(spec).reverse(), SOURCES)).toMatchObject({ spec, score: 1 })
    },
  )
})

describe('recognising', () => {
  it('takes what fits best, and of two that fit alike the first', () => {
    const spec = sourceSpecSchema.parse(festival)
    const twin = { ...spec, id: 'twin' }
    const wider = { ...spec, id: 'wider', fields: [...spec.fields, { ...spec.fields[0], name: 'more' }] }
    const header = ['film', 'ANNÉE', 'durée_h', 'Salle']
    expect(recogniseHeader('f', header, [spec, twin])).toMatchObject({ spec: { id: 'festival' } })
    expect(recogniseHeader('f', header, [twin, spec])).toMatchObject({ spec: { id: 'twin' } })
    expect(recogniseHeader('f', header, [sourceSpecSchema.parse(wider), spec] as SourceSpec[])).toMatchObject(
      { spec: { id: 'festival' }, score: 6 / 7 },
    )
  })

  it('finds the nearest layouts of an unknown header, with what is missing', () => {
    const header = headerOf(specOf('rt_reviews')).filter((name) => name !== 'reviewId')
    const recognise = () => recogniseHeader('f.csv', header, SOURCES)
    expect(recognise).toThrow(/f\.csv.*rt_reviews \(95 % alike; missing: reviewId/)
    const nearest = { source: 'rt_reviews', score: 20 / 21, missing: ['reviewId'] }
    expect(recognise).toThrow(
      expect.objectContaining({
        code: 'INGEST_UNKNOWN_LAYOUT',
        details: expect.objectContaining({ nearest: expect.arrayContaining([nearest]) }),
      }),
    )
  })

  it('refuses a source that does not exist, and lists those that do', () => {
    expect(() => specOf('toString')).toThrow(expect.objectContaining({ code: 'INGEST_UNKNOWN_SOURCE' }))
  })

  it('finds fields by loose names, the first of two alike', () => {
    const spec = specOf('imdb_kaggle')
    const indexes = fieldIndexes(spec, ['\ufeffTITLE', 'ratings_source', ' imdb ID ', 'imdbId', 'other'])
    expect(indexes).toMatchObject({ title: 0, ratings_source: 1, imdb_id: 2, year: null, plot: null })
    expect(Object.keys(indexes)).toEqual(spec.fields.map((field) => field.name))
    expect(fieldIndexes(specOf('rt_reviews'), ['Publication Name']).publicatio_name).toBe(0)
  })
})

it('knows an IMDb id alone or in an address', () => {
  const pattern = keyPattern({ name: 'id', aliases: ['id'], required: true, means: 'imdb_id' })
  for (const good of ['tt0499549', 'TT0499549', 'http://www.imdb.com/title/tt0499549/?ref_=fn_tt_tt_1'])
    expect(pattern?.test(good)).toBe(true)
  for (const bad of ['0499549', 'nm0000123', 'xtt12', 'tt', 'tt12x']) expect(pattern?.test(bad)).toBe(false)
})

it('knows several IMDb ids in one field, and a number of one', () => {
  const field = { name: 'id', aliases: ['id'], required: true, means: 'imdb_id' as const }
  const several = keyPattern({ ...field, unit: 'imdb_ids' })
  for (const good of [
    'tt1',
    'tt0018578|tt0018455',
    'TT1, tt2',
    'https://www.imdb.com/title/tt1/|tt2',
    'N/A',
    '\\N',
  ])
    expect(several?.test(good), good).toBe(true)
  for (const bad of ['ttx', 'tt0018578|ttx', 'ttx|tt1', 'Wings', 'tt', 'tt1 tt2x'])
    expect(several?.test(bad), bad).toBe(false)
  const number = keyPattern({ ...field, unit: 'imdb_number' })
  for (const good of ['111161', '0111161', 'TT0111161', '111161.0']) expect(number?.test(good)).toBe(true)
})

describe('a specification is refused when', () => {
  it.each([
    ['its id is no identifier', { id: 'x"; DROP' }, 'id'],
    ['a key is no field', { keys: ['nothing'] }, 'keys'],
    ['no field tells its film', { film: 'imdb_id' }, 'film'],
    ['it says more than a specification does', { sql: 'SELECT 1' }, ''],
    ['two fields have one name', { fields: [festival.fields[0], festival.fields[0]] }, 'fields'],
    ['a unit is not one of the meaning', { fields: [{ ...festival.fields[0], unit: 'usd' }] }, 'fields'],
    ['a meaning is not one of ours', { fields: [{ ...festival.fields[0], means: 'mood' }] }, 'fields'],
  ])('%s', (_, change, where) => {
    const parsed = sourceSpecSchema.safeParse({ ...festival, ...change })
    expect(parsed.success).toBe(false)
    expect(parsed.error?.issues.map((issue) => issue.path[0] ?? '')).toContain(where)
  })
})

describe('a lake', () => {
  it('knows its own layouts before those we ship, and in place of one of the same id', async () => {
    const layout = lakeLayout(await tempLake())
    expect(await sourcesOf(layout)).toEqual(SOURCES)
    await mkdir(layout.sources, { recursive: true })
    await writeFile(join(layout.sources, 'festival.json'), JSON.stringify(festival))
    await writeFile(join(layout.sources, 'rt_movies.json'), JSON.stringify({ ...festival, id: 'rt_movies' }))
    const specs = await sourcesOf(layout)
    expect(specs.map((spec) => spec.id).slice(0, 3)).toEqual(['festival', 'rt_movies', 'rt_reviews'])
    expect(specs).toHaveLength(SOURCES.length + 1)
  })

  it.each([
    ['cut', '{"id":'],
    ['of another name', JSON.stringify({ ...festival, id: 'other' })],
  ])('says which specification is damaged: %s', async (_, text) => {
    const layout = lakeLayout(await tempLake())
    await mkdir(layout.sources, { recursive: true })
    await writeFile(join(layout.sources, 'festival.json'), text)
    await expect(sourcesOf(layout)).rejects.toMatchObject({
      code: 'SOURCE_DAMAGED',
      details: { path: 'metadata/sources/festival.json' },
    })
  })
})

it('docs/sources.md tells every layout, and every meaning with its units', async () => {
  const page = await readFile(join(import.meta.dirname, '../../../docs/sources.md'), 'utf8')
  const rows = page.split('\n').filter((line) => line.startsWith('| `'))
  const told = (name: string) => rows.find((row) => row.split('|')[1]?.includes(`\`${name}\``))
  for (const spec of SOURCES) expect(told(spec.id), spec.id).toBeDefined()
  for (const meaning of MEANINGS)
    for (const unit of unitsOf(meaning))
      expect(told(meaning)?.split('|')[2], meaning).toContain(`\`${unit}\``)
})
