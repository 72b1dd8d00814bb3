import { expect, test } from 'vitest'
import { chartOf } from '../../../src/renderer/pages/sql/chart-of.ts'
import { toCsv } from '../../../src/renderer/pages/sql/csv.ts'

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
