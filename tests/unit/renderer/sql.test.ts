import { expect, test } from 'vitest'
import { cellText } from '../../../src/renderer/pages/sql/cell-text.ts'
import { chartOf } from '../../../src/renderer/pages/sql/chart-of.ts'
import { toCsv } from '../../../src/renderer/pages/sql/csv.ts'
import { isNumeric } from '../../../src/renderer/pages/sql/numeric.ts'
import { plain } from './words.ts'

const columns = (...types: string[]) => types.map((type, index) => ({ name: 'abc'[index] ?? '', type }))

test('CSV keeps figures whole and makes formulas plain text', () => {
  const rows = [
    { a: '=cmd|1', b: 0.1 + 0.2, c: ['x', 'y"z'] },
    { a: '-12.5', b: null, c: '@here, "there"\nnext' },
  ]
  expect(toCsv({ columns: columns('VARCHAR', 'DOUBLE', 'VARCHAR[]'), rows })).toBe(
    'a,b,c\n\'=cmd|1,0.30000000000000004,"[""x"",""y\\""z""]"\n-12.5,,"\'@here, ""there""\nnext"',
  )
  const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']
  const formulas = toCsv({ columns: columns('VARCHAR'), rows: starts.map((a) => ({ a: `${a}x` })) })
  expect(formulas.match(/'[=+\-@\t\r\n＝＋－＠]x/g)).toHaveLength(starts.length)
})

test('numbers across make a line, labels make bars, unknown ones are left out', () => {
  const rows = [
    { a: 1999, b: 'x', c: 2 },
    { a: null, b: 'y', c: 3 },
    { a: 2001, b: 'z', c: null },
  ]
  expect(chartOf({ columns: columns('INTEGER', 'VARCHAR', 'BIGINT'), rows })).toEqual({
    kind: 'line',
    x: 'a',
    y: 'c',
    points: [{ x: 1999, y: 2 }],
  })
  expect(chartOf({ columns: columns('VARCHAR', 'DOUBLE'), rows: [{ a: 'Drama', b: 7 }] })?.kind).toBe('bar')
  expect(chartOf({ columns: columns('VARCHAR', 'VARCHAR'), rows })).toBeNull()
  expect(chartOf({ columns: columns('BIGINT'), rows })).toBeNull()
})

test('figures are written as the language does, to their last digit; NULL is none', () => {
  const fr = (value: unknown, type = 'DOUBLE') => plain(cellText(value, type, 'fr') ?? 'none')
  expect(fr(3_000_000_000, 'BIGINT')).toBe('3 000 000 000')
  expect(fr('123456789012345678901', 'HUGEINT')).toBe('123 456 789 012 345 678 901')
  expect([fr(1999, 'INTEGER'), fr(-12_345, 'INTEGER'), fr(0, 'INTEGER')]).toEqual(['1999', '-12 345', '0'])
  expect([fr(0.1 + 0.2), fr(7.25, 'DECIMAL(4,2)')]).toEqual(['0,30000000000000004', '7,25'])
  expect([fr(1e300), fr(2.5e-9)]).toEqual(['1E300', '2,5E-9'])
  expect(fr(null)).toBe('none')
  expect([fr('NULL', 'VARCHAR'), fr('12345', 'VARCHAR'), fr('NaN')]).toEqual(['NULL', '12345', 'NaN'])
  expect(fr([1, 2], 'BIGINT[]')).toBe('[1,2]')
  expect(cellText(1_234_567.5, 'DOUBLE', 'en')).toBe('1,234,567.5')
})

test('numbers are at the right, lists and intervals are not', () => {
  expect(['BIGINT', 'UTINYINT', 'INTEGER', 'DECIMAL(18,3)', 'DOUBLE'].every(isNumeric)).toBe(true)
  expect(['BIGINT[]', 'INTERVAL', 'VARCHAR', 'DOUBLE[]', 'DECIMAL(4,1)[]'].some(isNumeric)).toBe(false)
})
