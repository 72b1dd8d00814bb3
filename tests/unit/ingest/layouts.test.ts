import { describe, expect, it } from 'vitest'
import { fieldIndexes, SOURCES, sourceById } from '../../../src/pipeline/ingest/index.ts'
import { recogniseHeader } from '../../../src/pipeline/ingest/layout-match.ts'

const headerOf = (id: string) => sourceById(id).fields.map((field) => field.aliases[0] ?? '')

describe('source specs', () => {
  it('have keys that are required fields, and field names of their own', () => {
    for (const spec of SOURCES) {
      const names = spec.fields.map((field) => field.name)
      expect(new Set(names).size).toBe(names.length)
      for (const key of spec.keys)
        expect(spec.fields.find((field) => field.name === key.field)?.required).toBe(true)
    }
  })

  it('are recognised, each as itself, from the required columns alone', () => {
    for (const spec of SOURCES) {
      const required = spec.fields.filter((field) => field.required).map((field) => field.aliases[0] ?? '')
      expect(recogniseHeader('f', required.reverse()).spec.id).toBe(spec.id)
      expect(recogniseHeader('f', headerOf(spec.id))).toMatchObject({ spec: { id: spec.id }, score: 1 })
    }
  })

  it('find the nearest layouts of an unknown header, with what is missing', () => {
    const header = headerOf('rt_reviews').filter((name) => name !== 'reviewId')
    expect(() => recogniseHeader('f.csv', header)).toThrow(/f\.csv.*rt_reviews \(91 %.*missing: reviewId/)
    try {
      recogniseHeader('f.csv', header)
    } catch (error) {
      const nearest = { source: 'rt_reviews', score: 10 / 11, missing: ['reviewId'] }
      expect(error).toMatchObject({ code: 'INGEST_UNKNOWN_LAYOUT' })
      expect((error as { details: { nearest: unknown[] } }).details.nearest[0]).toEqual(nearest)
    }
  })

  it('refuse a source that does not exist, and list those that do', () => {
    expect(() => sourceById('toString')).toThrow(expect.objectContaining({ code: 'INGEST_UNKNOWN_SOURCE' }))
  })
})

it('finds fields by loose names, the first of two alike', () => {
  const spec = sourceById('imdb_kaggle')
  const indexes = fieldIndexes(spec, ['\ufeffTITLE', 'ratings_source', ' imdb ID ', 'imdbId', 'other'])
  expect(indexes).toMatchObject({ title: 0, ratings_source: 1, imdb_id: 2, year: null, plot: null })
  expect(Object.keys(indexes)).toEqual(spec.fields.map((field) => field.name))
})

it('takes both spellings of the publication', () => {
  const spec = sourceById('rt_reviews')
  expect(fieldIndexes(spec, ['publicatioName']).publication_name).toBe(0)
  expect(fieldIndexes(spec, ['Publication Name']).publication_name).toBe(0)
})
