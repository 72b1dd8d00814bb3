import { describe, expect, test } from 'vitest'
import type { Film } from '../../../../src/pipeline/api.ts'
import { createFormat } from '../../../../src/renderer/i18n/create-format.ts'
import { numberText, valueText } from '../../../../src/renderer/pages/explorer/columns/value-text.ts'
import { filmLinks, safeLink } from '../../../../src/renderer/pages/explorer/panel/links.ts'

const fr = createFormat('fr')
const en = createFormat('en')
/** Spaces that do not break, as plain ones. */
const plain = (text: string | null) => text?.replace(/[\u00a0\u202f]/g, ' ')

describe('values as the language writes them', () => {
  test('unknown is nothing, never 0; 0 is 0', () => {
    for (const kind of ['money', 'score', 'rating', 'list', 'text', 'day'] as const)
      expect(valueText(kind, null, fr)).toBeNull()
    expect(valueText('list', [], fr)).toBeNull()
    expect(valueText('text', '', fr)).toBeNull()
    expect(plain(valueText('score', 0, fr))).toBe('0 %')
  })

  test('units, and no separator in a year', () => {
    expect(plain(valueText('money', 1_234_567, fr))).toBe('1 234 567 $')
    expect(valueText('money', 1_234_567, en)).toBe('$1,234,567')
    expect(valueText('year', 1999, fr)).toBe('1999')
    expect(valueText('rating', 8, fr)).toBe('8,0')
    expect(plain(valueText('ratio', 0.6, fr))).toBe('60 %')
    expect(valueText('list', ['Drama', 'War'], fr)).toBe('Drama, War')
    expect(plain(valueText('day', '1999-12-31', fr))).toBe('31 déc. 1999')
  })

  test('the ends of a scale are short, and the upper one says its unit', () => {
    expect(plain(numberText('minutes', 511, fr, 'short with unit'))).toBe('511 min')
    expect(plain(numberText('score', 93, fr, 'short with unit'))).toBe('93 %')
    expect(plain(numberText('money', 760_167_650, fr, 'short'))).toBe('760 M $')
    expect(numberText('score', 93, fr, 'short')).toBe('93')
    expect(numberText('day', 1915, fr, 'short')).toBe('1915')
  })
})

function film(values: Partial<Film>): Film {
  return {
    film_id: 'tt1',
    imdb_id: 'tt1',
    rt_id: 'one',
    sources: ['rt_movies', 'imdb_kaggle'],
    ...values,
  } as Film
}

describe('links', () => {
  test('the film’s pages, by its ids', () => {
    expect(
      filmLinks(film({ imdb_id: 'tt0111161', rt_id: 'shawshank_redemption' })).map(({ url }) => url),
    ).toEqual([
      'https://www.imdb.com/title/tt0111161/',
      'https://www.rottentomatoes.com/m/shawshank_redemption',
    ])
    expect(filmLinks(film({ imdb_id: '../evil', rt_id: 'a/../b?c' })).map(({ url }) => url)).toEqual([
      'https://www.rottentomatoes.com/m/a%2F..%2Fb%3Fc',
    ])
  })

  test('an address out of a file is a link only when it is one of the web', () => {
    expect(safeLink('https://example.org/review', false)).toBe('https://example.org/review')
    for (const bad of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'no address',
      '',
      null,
    ])
      expect(safeLink(bad, false)).toBeNull()
  })

  test('and in the desktop application only when it leads to a known site', () => {
    expect(safeLink('https://www.rottentomatoes.com/m/x', true)).toBe('https://www.rottentomatoes.com/m/x')
    expect(safeLink('http://www.rottentomatoes.com/m/x', true)).toBeNull()
    expect(safeLink('https://example.org/review', true)).toBeNull()
  })
})
