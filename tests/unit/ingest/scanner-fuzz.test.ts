import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cleanCopy, needsCleanCopy, type Reject } from '../../../src/pipeline/ingest/index.ts'
import type { LandedFile } from '../../../src/pipeline/lake/landed.ts'
import { tempLake } from '../../helpers/lake.ts'
import { scan, scanText } from './scan.ts'

const HEADER = ['id', 'reviewId', 'criticName', 'reviewText']

let duck: DuckDBConnection
beforeAll(async () => {
  duck = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
})
afterAll(() => duck.closeSync())

/** What a run will read: strict, nothing guessed. NULL and the empty string are one thing here. */
async function readByDuckDb(path: string, delimiter: string): Promise<string[][]> {
  const columns = `{c0: 'VARCHAR', c1: 'VARCHAR', c2: 'VARCHAR', c3: 'VARCHAR'}`
  const reader = await duck.runAndReadAll(
    `SELECT * FROM read_csv($1, auto_detect = false, compression = 'none', delim = $2, quote = '"',
      escape = '"', header = true, strict_mode = true, columns = ${columns})`,
    [path, delimiter],
  )
  return reader.getRows().map((row) => row.map((value) => (value === null ? '' : String(value))))
}

function landedFile(path: string, changes: Partial<LandedFile>): LandedFile {
  return {
    source: 'rt_reviews',
    file: 'reviews.csv',
    sha256: '',
    bytes: 0,
    rows: 0,
    rejected: 0,
    plain: false,
    columns: HEADER,
    delimiter: ',',
    encoding: 'utf-8',
    quoting: 'doubled',
    ragged: false,
    sep_line: false,
    landed_at: '',
    path,
    lake_path: '',
    ...changes,
  }
}

const keys = [
  { column: 0, name: 'id' },
  { column: 1, name: 'reviewId' },
]

const piece = fc.constantFrom(
  ...[
    'a',
    'é',
    '1',
    ' ',
    '"',
    '""',
    '",',
    ',"',
    ',',
    '\n',
    '\r\n',
    '\r',
    '|',
    '\t',
    'b,2,c,d\n',
    '"x","y\n","z"," "\n',
  ],
)
const rubbish = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

it('gives DuckDB a copy in which it reads exactly the good records, whatever the text', async () => {
  const folder = await tempLake()
  const path = join(folder, 'in.csv')
  const copy = join(folder, 'copy.csv')
  await fc.assert(
    fc.asyncProperty(rubbish, fc.integer({ min: 1, max: 40 }), async (body, chunk) => {
      const text = `${HEADER.join(',')}\n${body}`
      await writeFile(path, text)
      const scanned = scanText(text, { keys, chunk, joined: Math.ceil(chunk / 3) })
      const rejects: Reject[] = []
      const landed = landedFile(path, { rejected: scanned.broken.length, plain: scanned.plain })
      const result = await cleanCopy(landed, copy, { onReject: (reject) => rejects.push(reject) })

      expect(result).toEqual({
        rows_in: scanned.rows,
        good: scanned.good.length,
        rejected: scanned.broken.length,
      })
      expect(rejects).toEqual(scanned.broken)
      expect(await readByDuckDb(copy, ',')).toEqual(scanned.good)
      if (!needsCleanCopy(landed)) expect(await readByDuckDb(path, ',')).toEqual(scanned.good)
    }),
    { numRuns: 400 },
  )
})

const cell = fc.string({
  unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\n', '\r\n', '’', '0'),
  maxLength: 8,
})
const table = fc.array(fc.tuple(fc.constant('k'), fc.constant('k'), cell, cell), { maxLength: 12 })

it('reads back every table that PapaParse writes, and as PapaParse reads it', async () => {
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      async (rows, delimiter, newline, quotes) => {
        const text = Papa.unparse([HEADER, ...rows], { delimiter, newline, quotes })
        const { good, broken, plain } = scanText(text, { delimiter, chunk: 7 })
        expect(broken).toEqual([])
        expect(good).toEqual(rows)
        expect(plain).toBe(true)
        expect([HEADER, ...good]).toEqual(Papa.parse(text, { delimiter, newline }).data)
      },
    ),
    { numRuns: 300 },
  )
})

it('accounts for every record of any bytes, in chunks of any size', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.uint8Array({ maxLength: 4 }),
          fc.constantFrom(10, 34, 44, 13).map((b) => [b]),
        ),
      ),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 15 }),
      (parts, chunk, joined) => {
        const bytes = Buffer.concat([Buffer.from('a,b\n'), ...parts.map((part) => Buffer.from(part))])
        const whole = scan(bytes, { maxRecord: 20 })
        const pieces = scan(bytes, { maxRecord: 20, chunk, joined })
        expect(whole.rows).toBe(whole.good.length + whole.broken.length)
        expect(pieces.good).toEqual(whole.good)
        expect(pieces.broken.map(({ line, reason }) => [line, reason])).toEqual(
          whole.broken.map(({ line, reason }) => [line, reason]),
        )
      },
    ),
    { numRuns: 1000 },
  )
})

it('keeps the values of windows-1252 and UTF-16 files', async () => {
  const folder = await tempLake()
  const copy = join(folder, 'copy.csv')
  await mkdir(folder, { recursive: true })
  const records = ['amélie,1,Zoë,"l’œil\n€"', 'x,2,,"“”"']
  const text = `${HEADER.join(',')}\r\n${records.join('\r\n')}`
  const as1252 = Buffer.from(
    [...text].map((c) => ({ '’': 0x92, œ: 0x9c, '€': 0x80, '“': 0x93, '”': 0x94 })[c] ?? c.charCodeAt(0)),
  )
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le')
  const inputs = { 'windows-1252': as1252, 'utf-16le': wide, 'utf-16be': Buffer.from(wide).swap16() } as const
  for (const [encoding, bytes] of Object.entries(inputs)) {
    const path = join(folder, encoding)
    await writeFile(path, bytes)
    const landed = landedFile(path, { encoding: encoding as keyof typeof inputs })
    await cleanCopy(landed, copy, { onReject: () => expect.fail('nothing is broken') })
    expect(await readByDuckDb(copy, ',')).toEqual([
      ['amélie', '1', 'Zoë', 'l’œil\n€'],
      ['x', '2', '', '“”'],
    ])
    expect(await readFile(copy, 'utf8')).toBe(`"${HEADER.join('","')}"\n${records.join('\n')}\n`)
  }
})
