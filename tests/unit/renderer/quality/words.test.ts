import { describe, expect, test } from 'vitest'
import type { Check, Completeness } from '../../../../src/pipeline/api.ts'
import { QUERY_RULES, ROW_RULES } from '../../../../src/pipeline/quality/rules.ts'
import { resources } from '../../../../src/renderer/i18n/resources.ts'
import { byLevel, checkTitle, checkValue } from '../../../../src/renderer/pages/quality/checks/check-text.ts'
import {
  columnFills,
  direction,
  honestPercent,
} from '../../../../src/renderer/pages/quality/completeness/rows.ts'
import { countsBy } from '../../../../src/renderer/pages/quality/rejects/counts.ts'
import { detailText } from '../../../../src/renderer/pages/quality/rejects/detail-text.ts'
import { rejectParams } from '../../../../src/renderer/pages/quality/rejects/reject-params.ts'
import { plain, roomWords } from '../words.ts'

const fr = { ...roomWords('fr', 'quality'), sourceName: (source: string) => `« ${source} »` }
const check = (patch: Partial<Check>): Check => ({
  code: 'FILM_ID_REPEATED',
  level: 'ok',
  table: 'films',
  column: 'film_id',
  value: 0,
  message: 'No films repeat the film_id of another one.',
  ...patch,
})

describe('checks', () => {
  test('every rule of the engine has its words in both languages', () => {
    const codes = [...ROW_RULES, ...QUERY_RULES].map(({ code }) => code)
    const others = ['TABLE_ROWS', 'BALANCE', 'REJECTS_LISTED', 'REJECTED_SHARE', 'REVIEW_ORPHAN_SHARE']
    for (const code of [...codes, ...others, 'ROWS_LOST', 'NULL_SHARE_JUMPED'])
      for (const language of ['fr', 'en'] as const)
        expect(resources[language].quality.check).toHaveProperty(code)
  })

  test('a check that is not known here speaks the engine’s words', () => {
    expect(checkTitle(check({ code: 'SOMETHING_NEW' }), fr)).toBe(
      'No films repeat the film_id of another one.',
    )
  })

  test('names tables, columns and sources', () => {
    expect(checkTitle(check({ code: 'BALANCE', table: null, column: 'rt_movies' }), fr)).toBe(
      'Chaque ligne de « rt_movies » est retenue, rejetée ou fusionnée',
    )
    expect(checkTitle(check({ code: 'NULL_SHARE_JUMPED', column: 'year' }), fr)).toContain(
      'dans films, colonne year',
    )
  })

  test('says what was measured in its unit, and nothing of what holds but shares', () => {
    const value = (patch: Partial<Check>) => {
      const said = checkValue(check(patch), fr)
      return said === null ? null : plain(said)
    }
    expect(value({})).toBeNull()
    expect(value({ level: 'error', value: 1234 })).toBe('1 234 films')
    expect(value({ level: 'warning', value: 1 })).toBe('1 film')
    expect(value({ code: 'BALANCE', level: 'error', table: null, value: -3 })).toBe('3 lignes')
    expect(value({ code: 'REJECTED_SHARE', table: null, value: 0.0381 })).toBe('3,8 %')
    expect(value({ code: 'NULL_SHARE_JUMPED', level: 'warning', value: 0.345 })).toBe('+34,5 points')
    expect(value({ code: 'TABLE_ROWS', level: 'error', value: 105 })).toBe('105 lignes')
    expect(value({ level: 'error', value: null })).toBeNull()
  })

  test('the worst come first', () => {
    const levels = byLevel([check({}), check({ level: 'warning' }), check({ level: 'error' })])
    expect([levels.error.length, levels.warning.length, levels.ok.length]).toEqual([1, 1, 1])
  })
})

describe('completeness', () => {
  const table: Completeness = {
    table: 'films',
    rows: 100,
    columns: [
      { column: 'title', nulls: 0, share: 0, previous_share: 0 },
      { column: 'box_office_usd', nulls: 40, share: 0.4, previous_share: 0.3 },
      { column: 'metascore', nulls: 70, share: 0.7, previous_share: null },
    ],
  }

  test('a column is as full as it is not empty, and the change is of fullness', () => {
    const [title, money, metascore] = columnFills(table, 'table')
    expect(title).toMatchObject({ filled: 1, previous: 1, change: 0 })
    expect(money?.filled).toBeCloseTo(0.6)
    expect(money?.change).toBeCloseTo(-10)
    expect(metascore).toMatchObject({ previous: null, change: null })
    expect([title, money, metascore].map((fill) => direction(fill?.change ?? null))).toEqual([
      'same',
      'down',
      null,
    ])
  })

  test('the emptiest come first when asked', () => {
    const names = columnFills(table, 'emptiest').map(({ column }) => column)
    expect(names).toEqual(['metascore', 'box_office_usd', 'title'])
  })

  test('of an empty table nothing is known', () => {
    const empty = columnFills(
      {
        table: 'rejects',
        rows: 0,
        columns: [{ column: 'raw', nulls: 0, share: null, previous_share: null }],
      },
      'table',
    )
    expect(empty[0]).toMatchObject({ filled: null, change: null })
  })

  test('100 % is said of all rows only, and 0 % of none', () => {
    const percent = (share: number | null) => plain(fr.format.percent(share, 1))
    expect(honestPercent(0.99999, percent)).toBe('99,9 %')
    expect(honestPercent(0.00001, percent)).toBe('0,1 %')
    expect(honestPercent(1, percent)).toBe('100,0 %')
    expect(honestPercent(null, percent)).toBe('—')
  })
})

describe('rejects', () => {
  const counts = [
    { source: 'rt_reviews', reason: 'COLUMN_COUNT', rows: 60 },
    { source: 'rt_movies', reason: 'MISSING_KEY', rows: 5 },
    { source: 'rt_reviews', reason: 'MISSING_KEY', rows: 30 },
  ]

  test('a choice counts what the other filter lets through', () => {
    expect(countsBy(counts, 'reason', { reason: null, source: null })).toEqual([
      { value: 'COLUMN_COUNT', rows: 60 },
      { value: 'MISSING_KEY', rows: 35 },
    ])
    expect(countsBy(counts, 'reason', { reason: 'COLUMN_COUNT', source: 'rt_movies' })).toEqual([
      { value: 'MISSING_KEY', rows: 5 },
      { value: 'COLUMN_COUNT', rows: 0 },
    ])
  })

  test('a page is asked for by its place', () => {
    expect(rejectParams({ reason: null, source: null, page: 1 })).toEqual({ limit: 50, offset: 0 })
    expect(rejectParams({ reason: 'BAD_KEY', source: 'rt_movies', page: 3 })).toEqual({
      reason: 'BAD_KEY',
      source: 'rt_movies',
      limit: 50,
      offset: 100,
    })
  })

  test('what is wrong is said in the language of the window where it is known', () => {
    const said = (reason: string, detail: string | null) => detailText(fr.t, { reason, detail })
    expect(said('COLUMN_COUNT', '3 columns where the header has 11')).toBe('3 colonnes, l’en-tête en a 11')
    expect(said('MISSING_KEY', 'id is empty')).toBe('id est vide')
    expect(said('BAD_KEY', 'imdb_id is "x is \\"y"')).toBe('imdb_id vaut "x is \\"y"')
    expect(said('BAD_QUOTE', 'text after a quote')).toBe('text after a quote')
    expect(said('COLUMN_COUNT', null)).toBe('')
  })
})
