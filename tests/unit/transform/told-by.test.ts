import { describe, expect, test } from 'vitest'
import { SOURCES } from '../../../src/pipeline/sources/index.ts'
import { toldBy } from '../../../src/pipeline/transform/index.ts'

const BOTH = ['rt_movies', 'imdb_kaggle', 'tn_budgets']
const of = (column: string, sources = BOTH) => toldBy(column, sources, SOURCES)

describe('which sources can have told a value', () => {
  test('one, where only one knows such a thing', () => {
    expect(of('tomato_meter')).toEqual(['rt_movies'])
    expect(of('imdb_rating')).toEqual(['imdb_kaggle'])
    expect(of('rt_director')).toEqual(['rt_movies'])
    expect(of('imdb_director')).toEqual(['imdb_kaggle'])
    expect(of('rt_release_date')).toEqual(['rt_movies'])
    expect(of('imdb_id')).toEqual(['imdb_kaggle'])
  })

  test('several, the one that is believed first at the front; for the year that is IMDb', () => {
    expect(of('runtime_minutes')).toEqual(['rt_movies', 'imdb_kaggle'])
    expect(of('box_office_usd')).toEqual(['rt_movies', 'imdb_kaggle', 'tn_budgets'])
    expect(of('year')[0]).toBe('imdb_kaggle')
  })

  test('none that does not know the film, and none that nobody describes any more', () => {
    expect(of('runtime_minutes', ['rt_movies'])).toEqual(['rt_movies'])
    expect(of('runtime_minutes', ['gone'])).toEqual([])
    expect(of('revenue_per_minute')).toEqual([])
  })
})
