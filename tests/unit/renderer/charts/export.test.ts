import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { toCsv } from '../../../../src/renderer/charts/export/csv.ts'
import { fileName } from '../../../../src/renderer/charts/export/file-name.ts'
import { resolveColours } from '../../../../src/renderer/charts/export/resolve-colours.ts'
import { chartColours } from '../../../../src/renderer/theme-charts.ts'

describe('CSV', () => {
  test('text that a spreadsheet would run is made plain; numbers keep their sign and every digit', () => {
    const csv = toCsv(
      ['title', 'value'],
      [
        ['=1+1', -1.5],
        ['@SUM(A1)', 0.1 + 0.2],
        ['+33', null],
        ['-2', 5.395346528658601],
        ['\tx', 3753891452],
        ['＝1', 0],
        ['a "b", c', 1],
        ['two\nlines', 1],
      ],
    )
    expect(csv.split('\r\n')).toEqual([
      '\uFEFFtitle,value',
      `"'=1+1",-1.5`,
      `"'@SUM(A1)",0.30000000000000004`,
      `"'+33",`,
      `"'-2",5.395346528658601`,
      `"'\tx",3753891452`,
      `"'＝1",0`,
      '"a ""b"", c",1',
      '"two\nlines",1',
      '',
    ])
  })

  test('is read back as it was, for any text', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1 }), (rows) => {
        const csv = toCsv(['a', 'b'], rows).slice(1).replace(/\r\n$/, '')
        const read = Papa.parse<string[]>(csv, { newline: '\r\n' }).data.slice(1)
        const plain = (each: string | number) => {
          const text = String(each)
          return typeof each === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
        }
        expect(read).toEqual(rows.map((row) => row.map(plain)))
      }),
    )
  })
})

describe('file names', () => {
  const words = { all: 'tous', unknown: 'avec inconnus' }
  const name = (filters: Parameters<typeof fileName>[0]['filters']) =>
    fileName({ report: 'correlation', run: '20261124T205000Z-c813cc', filters, words }, 'svg')

  test('say report, run and filters', () => {
    expect(name({})).toBe('correlation_20261124T205000Z-c813cc_tous.svg')
    expect(
      name({
        from_year: 1990,
        to_year: 2000,
        genres: ['Drama', 'Comédie noire'],
        min_imdb: 6.5,
        include_unknown: true,
      }),
    ).toBe(
      'correlation_20261124T205000Z-c813cc_1990-2000_drama+comedie-noire_imdb-from-6.5_avec-inconnus.svg',
    )
    expect(name({ to_year: 1980, max_imdb: 5 })).toContain('_to-1980_imdb-to-5.svg')
    expect(name({ from_year: 1994, to_year: 1994 })).toContain('_1994.svg')
  })

  test('are names on every system, whatever the genres are called', () => {
    const genres = ['../../etc/passwd', 'a/b\\c:d*?"<>|', '喜剧', 'e', 'f', 'g'.repeat(300)]
    const long = name({ genres })
    expect(long).toMatch(/^[a-zA-Z0-9_+.-]+\.svg$/)
    expect(long).toContain('6-genres')
    expect(long).not.toContain('..')
    expect(long.length).toBeLessThan(160)
  })
})

describe('colours of an exported drawing', () => {
  test('are those of the chosen theme; both themes name the same ones', () => {
    const text = '<rect fill="var(--chart-1)" stroke="var(--other)"/>'
    expect(resolveColours(text, chartColours.light)).toBe('<rect fill="#0072b2" stroke="var(--other)"/>')
    expect(resolveColours(text, chartColours.dark)).toContain('#4ba3e3')
    expect(Object.keys(chartColours.dark)).toEqual(Object.keys(chartColours.light))
  })
})
