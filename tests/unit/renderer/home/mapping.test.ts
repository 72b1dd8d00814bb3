import { describe, expect, test } from 'vitest'
import type { ColumnProposal, MappingProposal } from '../../../../src/pipeline/api.ts'
import { unitsOf as engineUnits, MEANINGS } from '../../../../src/pipeline/sources/index.ts'
import { resources } from '../../../../src/renderer/i18n/resources.ts'
import { MEANING_GROUPS, unitsOf } from '../../../../src/renderer/pages/home/mapping/meanings.ts'
import {
  isFindable,
  isId,
  noCorrections,
  proposeParams,
  specToSave,
  sureness,
} from '../../../../src/renderer/pages/home/mapping/state.ts'

const column = (patch: Partial<ColumnProposal>): ColumnProposal => ({
  column: 'Film',
  index: 0,
  means: 'title',
  unit: 'title',
  confidence: 0.9,
  by: 'name',
  alternatives: [],
  filled: 1,
  samples: [],
  ...patch,
})

describe('meanings', () => {
  test('are those of the engine, with its units, and have their words in both languages', () => {
    const known = Object.values(MEANING_GROUPS).flatMap((group) => Object.keys(group))
    expect(known.sort()).toEqual([...MEANINGS].sort())
    for (const meaning of MEANINGS) {
      expect([meaning, unitsOf(meaning)]).toEqual([meaning, engineUnits(meaning)])
      for (const { mapping } of [resources.fr, resources.en]) {
        expect(mapping.meaning).toHaveProperty(meaning)
        const own = (mapping.unit_of as Record<string, object>)[meaning] ?? {}
        for (const unit of unitsOf(meaning)) expect({ ...mapping.unit, ...own }).toHaveProperty(unit)
      }
    }
    expect(unitsOf('unheard_of')).toEqual([])
    expect(unitsOf(null)).toEqual([])
  })
})

describe('what is asked', () => {
  const file = { path: '/in/a.zip', table: 'a.zip/films.csv' }

  test('is the proposal as it comes, when nothing is corrected', () => {
    expect(proposeParams(file, noCorrections, ['Film'])).toEqual({
      path: '/in/a.zip',
      table: 'a.zip/films.csv',
    })
  })

  test('names a corrected column, or counts it when its name tells another', () => {
    const corrections = {
      columns: { 0: { means: 'runtime_minutes', unit: 'hours' }, 2: null },
      role: 'films' as const,
      film: 'title_year' as const,
    }
    expect(proposeParams(file, corrections, ['Durée', 'x', 'Durée'])).toMatchObject({
      set: { Durée: 'runtime_minutes:hours', '#3': 'none' },
      role: 'films',
      film: 'title_year',
    })
  })
})

test('a column that cannot be found again is told', () => {
  const columns = [column({}), column({ index: 1 }), column({ index: 2, column: ' ' })]
  expect(columns.map((each) => isFindable(columns, each))).toEqual([true, false, false])
})

test('how sure a proposal is', () => {
  expect(sureness(column({ confidence: 0.95 }))).toBe('sure')
  expect(sureness(column({ confidence: 0.7 }))).toBe('likely')
  expect(sureness(column({ confidence: 0.45 }))).toBe('unsure')
  expect(sureness(column({ by: 'you', confidence: 1 }))).toBe('said')
  expect(sureness(column({ means: null, by: null, confidence: 0 }))).toBeNull()
})

test('what is saved bears the name that was chosen, and only a good one', () => {
  const spec = {
    id: 'films',
    title: 'films.csv',
    role: 'films',
    film: 'imdb_id',
    keys: ['id'],
    fields: [],
  } as const
  const table = { spec: { ...spec, keys: [...spec.keys], fields: [] } } as unknown as MappingProposal
  expect(specToSave(table, { id: 'my_films', title: ' Mes films ' })).toMatchObject({
    id: 'my_films',
    title: 'Mes films',
    keys: ['id'],
  })
  expect(specToSave(table, { id: 'my_films', title: ' ' })).toMatchObject({ title: 'my_films' })
  expect(specToSave(table, { id: '../x', title: 'x' })).toBeNull()
  expect(specToSave({ ...table, spec: null }, { id: 'a', title: 'a' })).toBeNull()
  expect(['a', 'a_1', 'A', '1a', '', 'a-b', `a${'b'.repeat(60)}`].map(isId)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ])
})
