import { describe, expect, it } from 'vitest'
import { scan, scanText } from './scan.ts'

const faults = (text: string, options = {}) =>
  scanText(text, options).broken.map(({ line, reason }) => [line, reason])

describe('records', () => {
  it('reads doubled quotes, delimiters and line ends inside quotes', () => {
    const { good, broken } = scanText('a,b\n"x ""y""","1,\n2"\n,\n')
    expect(good).toEqual([
      ['x "y"', '1,\n2'],
      ['', ''],
    ])
    expect(broken).toEqual([])
  })

  it.each(['\n', '\r\n', '\r'])('takes %j as a line end, with or without one at the end', (end) => {
    for (const last of ['', end]) {
      const { header, good } = scanText(`a,b${end}1,2${end}3,"4"${last}`)
      expect(header).toEqual(['a', 'b'])
      expect(good).toEqual([
        ['1', '2'],
        ['3', '4'],
      ])
    }
  })

  it('counts a mix of line ends as records, and says that the file is not plain', () => {
    const mixed = scanText('a,b\r\n1,2\n3,4\r5,6\r\n')
    expect(mixed.good).toHaveLength(3)
    expect(mixed.plain).toBe(false)
    expect(scanText('a,b\r\n1,2\r\n').plain).toBe(true)
  })

  it('does not take blank lines for records, and counts them as lines', () => {
    const { good, broken, plain } = scanText('\n\na,b\n\n1,2\n\r\n3\n')
    expect(good).toEqual([['1', '2']])
    expect(broken.map(({ line }) => line)).toEqual([7])
    expect(plain).toBe(false)
  })

  it('takes a quote inside an unquoted field as text, and spaces before one as part of it', () => {
    const { good, plain } = scanText('a,b\n5" disc, "x"\n"y"  ,z\n')
    expect(good).toEqual([
      ['5" disc', ' "x"'],
      ['y', 'z'],
    ])
    expect(plain).toBe(false)
  })

  it('gives the line a record starts on, whatever came before it', () => {
    expect(faults('a,b\n"1\n2\r\n3",x\nbad\n"\r",y\nbad\n')).toEqual([
      [5, 'COLUMN_COUNT'],
      [8, 'COLUMN_COUNT'],
    ])
  })

  it('stops after the limit, broken records included', () => {
    const { rows, good, broken } = scanText('a,b\n1,2\nbad\n3,4\n5,6\n', { limit: 3 })
    expect([rows, good.length, broken.length]).toEqual([3, 2, 1])
  })
})

describe('broken records', () => {
  it('rejects a wrong number of columns', () => {
    expect(scanText('a,b\n1\n1,2,3\n1,2,\n4,5').broken).toEqual([
      { line: 2, reason: 'COLUMN_COUNT', detail: '1 columns where the header has 2', raw: '1' },
      { line: 3, reason: 'COLUMN_COUNT', detail: '3 columns where the header has 2', raw: '1,2,3' },
      { line: 4, reason: 'COLUMN_COUNT', detail: '3 columns where the header has 2', raw: '1,2,' },
    ])
  })

  it('rejects text after a closing quote, up to the end of its line', () => {
    const { good, broken } = scanText('a,b\n1,"He said "hello" to me"\n3,4\n')
    expect(good).toEqual([['3', '4']])
    expect(broken.map(({ reason, raw }) => [reason, raw])).toEqual([
      ['BAD_QUOTE', '1,"He said "hello" to me"'],
    ])
  })

  it('loses only the line of a quote that never closes, when well-formed records follow', () => {
    const { good, broken } = scanText('a,b\n1,2\n3,"oops\n5,6\n7,8\n')
    expect(good).toEqual([
      ['1', '2'],
      ['5', '6'],
      ['7', '8'],
    ])
    expect(broken.map(({ line, reason, raw }) => [line, reason, raw])).toEqual([
      [3, 'UNTERMINATED_QUOTE', '3,"oops'],
    ])
  })

  it('loses only the line of a stray quote that the next quoted field seems to close', () => {
    const { good, broken } = scanText('a,b,c\n1,"oops,2\nx,"y",z\n3,4,5\n')
    expect(good).toEqual([
      ['x', 'y', 'z'],
      ['3', '4', '5'],
    ])
    expect(broken).toHaveLength(1)
  })

  it('takes a last record cut inside a text of several lines as one', () => {
    const { good, broken } = scanText('a,b,c\n1,2,3\n4,"a text\nof several lines,\nand then')
    expect(good).toHaveLength(1)
    expect(broken.map(({ line, reason, raw }) => [line, reason, raw])).toEqual([
      [3, 'UNTERMINATED_QUOTE', '4,"a text\nof several lines,\nand then'],
    ])
  })

  it('rejects bytes that are not UTF-8 and NUL, only in the records that have them', () => {
    const text = Buffer.concat([
      Buffer.from('a,b\né,1\nx'),
      Buffer.from([0xe9]),
      Buffer.from(',2\n\0,3\nê,4\n'),
    ])
    const { good, broken } = scan(text)
    expect(good.map(([a]) => a)).toEqual(['é', 'ê'])
    expect(broken.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'INVALID_ENCODING'],
      [4, 'INVALID_ENCODING'],
    ])
  })

  it('checks keys, unquoted and trimmed', () => {
    const keys = [
      { column: 0, name: 'id', pattern: /^tt\d+$/ },
      { column: 1, name: 'no' },
    ]
    const text = 'id,no\n tt1 ,x\n"tt2","y"\ntt3, \ntt4,""\n"",1\nnm5,2\n"\u00a0",3\ntt6,"!"\n'
    expect(scanText(text, { keys }).broken.map(({ line, reason, detail }) => [line, reason, detail])).toEqual(
      [
        [4, 'MISSING_KEY', 'no is empty'],
        [5, 'MISSING_KEY', 'no is empty'],
        [6, 'MISSING_KEY', 'id is empty'],
        [7, 'BAD_KEY', 'id is "nm5"'],
        [8, 'MISSING_KEY', 'id is empty'],
      ],
    )
  })
})

describe('records too long', () => {
  const long = 'x'.repeat(300)

  it('rejects a long line and goes on after it', () => {
    const { good, broken } = scanText(`a,b\n1,2\n${long},3\n4,5\n`, { maxRecord: 100 })
    expect(good).toEqual([
      ['1', '2'],
      ['4', '5'],
    ])
    expect(broken.map(({ line, reason }) => [line, reason])).toEqual([[3, 'RECORD_TOO_LONG']])
  })

  it('goes on at the next well-formed line when an open quote swallowed them', () => {
    const rows = Array.from({ length: 50 }, (_, i) => `${i},word`).join('\n')
    const { good, broken } = scanText(`a,b\n1,"oops\n${rows}\n`, { maxRecord: 100 })
    expect(good).toHaveLength(50)
    expect(broken.map(({ line, reason }) => [line, reason])).toEqual([[2, 'UNTERMINATED_QUOTE']])
  })

  it('says the same whatever the size of the chunks', () => {
    const text = `a,b\n1,"oops\n${long}\n2,3\r\n${long},"${long}\n\n4,"5""\n6"\r\n"7"x,8\n9,10`
    const whole = scanText(text, { maxRecord: 100 })
    expect(whole.broken.map(({ line, reason }) => [line, reason])).toContainEqual([5, 'RECORD_TOO_LONG'])
    for (const chunk of [1, 2, 3, 7, 50, 101, 256]) {
      const { broken, ...same } = scanText(text, { maxRecord: 100, chunk, joined: Math.ceil(chunk / 4) })
      expect({ ...same, broken: [] }).toEqual({ ...whole, broken: [] })
      expect(broken.map(({ line, reason }) => [line, reason])).toEqual(
        whole.broken.map(({ line, reason }) => [line, reason]),
      )
    }
  })
})
