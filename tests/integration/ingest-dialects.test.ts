import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { landedFiles, landFiles } from '../../src/pipeline/ingest/index.ts'
import { lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { tempLake } from '../helpers/lake.ts'
import { published, run } from '../helpers/run.ts'

const HEADER = 'id,reviewId,criticName,reviewText'

/** Lands a file of reviews and runs over it; gives what landed, and critic and text of each review. */
async function throughTheLake(content: string | Buffer) {
  const folder = await tempLake()
  const layout = lakeLayout(join(folder, 'lake'))
  const path = join(folder, 'reviews.csv')
  await writeFile(path, content)
  const [ingestion] = await landFiles(layout, [{ path }])
  if (ingestion?.status !== 'completed') throw new Error(`${ingestion?.error_code}: ${ingestion?.error}`)
  const [landed] = await landedFiles(layout)
  await run(layout)
  const reviews = await published<Record<string, string | null>>(layout, 'reviews')
  const rejects = await published<Record<string, string>>(layout, 'rejects')
  const said = reviews.map(({ critic_name, review_text }) => [critic_name, review_text])
  return { landed, said, rejects }
}

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const wide = Buffer.from(`${HEADER}\nx,1,Zoë,"l’été"\ny,2,映画,🎬\n`, 'utf16le')

describe('encodings', () => {
  it.each([
    ['utf-16le', wide],
    ['utf-16be', Buffer.from(wide).swap16()],
  ])('reads %s without a byte order mark', async (encoding, bytes) => {
    const { landed, said } = await throughTheLake(bytes)
    expect(landed).toMatchObject({ encoding, rows: 2, rejected: 0 })
    expect(said).toEqual([
      ['Zoë', 'l’été'],
      ['映画', '🎬'],
    ])
  })

  it.each([
    ['UTF-16 by an odd byte', wide.subarray(0, -1), 'utf-16le'],
    ['UTF-16 by half a pair', wide.subarray(0, -4), 'utf-16le'],
    ['UTF-16 the other way', Buffer.from(wide).swap16().subarray(0, -3), 'utf-16be'],
    ['UTF-8', Buffer.from(wide.toString('utf16le')).subarray(0, -3), 'utf-8'],
    ['UTF-8, of its only letter beyond ASCII', latin1(`${HEADER}\nx,1,Zoe,l ete\ny,2,Ann,caf\xc3`), 'utf-8'],
  ])('rejects the last record of a file cut within a character: %s', async (_, bytes, encoding) => {
    const { landed, said, rejects } = await throughTheLake(bytes)
    expect(landed).toMatchObject({ encoding, rows: 2, rejected: 1 })
    expect(said).toHaveLength(1)
    expect(rejects).toMatchObject([{ line: 3, reason: 'INVALID_ENCODING' }])
  })

  it('rejects the records of UTF-16 in which half a character stands alone, and reads the others', async () => {
    const { said, rejects } = await throughTheLake(
      Buffer.from(`\ufeff${HEADER}\nx,1,Zoë,a\ud83d\ny,2,Ann,b\n`, 'utf16le'),
    )
    expect(said).toEqual([['Ann', 'b']])
    expect(rejects).toMatchObject([{ line: 2, reason: 'INVALID_ENCODING' }])
  })

  it('does not believe a mark of UTF-8 before Windows-1252 text', async () => {
    const bytes = Buffer.concat([Buffer.from('\ufeff'), latin1(`${HEADER}\nx,1,Zo\xeb,\x93\xe9t\xe9\x94\n`)])
    const { landed, said } = await throughTheLake(bytes)
    expect(landed).toMatchObject({ encoding: 'windows-1252', rejected: 0 })
    expect(said).toEqual([['Zoë', '“été”']])
  })

  it('reads a mixture record by record: two exports pasted together', async () => {
    const lines = Array.from({ length: 10 }, (_, i) => `x,${i},Zoë,été ${i}\n`).join('')
    const others = Array.from({ length: 10 }, (_, i) => `y,${i},Zo\xeb,FIANC\xc9\x94 ${i}\n`).join('')
    const bytes = Buffer.concat([Buffer.from(`${HEADER}\n${lines}`), latin1(others)])
    const { landed, said } = await throughTheLake(bytes)
    expect(landed).toMatchObject({ encoding: 'utf-8+windows-1252', rows: 20, rejected: 0 })
    expect(said).toHaveLength(20)
    expect(said[0]).toEqual(['Zoë', 'été 0'])
    expect(said[19]).toEqual(['Zoë', 'FIANCÉ” 9'])
  })

  it('rejects a stray record of a UTF-8 file, with its text', async () => {
    const good = 'x,1,Zoë,été à la œuvre\n'.repeat(30)
    const bytes = Buffer.concat([Buffer.from(`${HEADER}\n${good}`), latin1('y,2,Zo\xeb,t\n')])
    const { landed, rejects } = await throughTheLake(bytes)
    expect(landed).toMatchObject({ encoding: 'utf-8', rows: 31, rejected: 1 })
    expect(rejects).toMatchObject([{ line: 32, reason: 'INVALID_ENCODING', raw: 'y,2,Zo\ufffd,t' }])
  })
})

describe('quotes', () => {
  it('takes a quote for a letter where nothing is quoted, as in the tables of IMDb', async () => {
    const { landed, said } = await throughTheLake(
      'id\treviewId\tcriticName\treviewText\na\t1\t"Giliap" x\tgood\nb\t2\t"Rome, Open City"\t"open\nc\t3\tAnn\t5" tall\n',
    )
    expect(landed).toMatchObject({ quoting: 'none', rows: 3, rejected: 0 })
    expect(said).toEqual([
      ['"Giliap" x', 'good'],
      ['"Rome, Open City"', '"open'],
      ['Ann', '5" tall'],
    ])
  })

  it('does not do so where tables separated by tabs are quoted: their last record may be cut', async () => {
    const { landed, rejects } = await throughTheLake(
      'id\treviewId\tcriticName\treviewText\na\t1\tAnn\t"she said ""no"""\nb\t2\tBob\t"two\nlines"\nc\t3\tCyd\t"cut he',
    )
    expect(landed).toMatchObject({ quoting: 'doubled', rows: 3, rejected: 1 })
    expect(rejects).toMatchObject([{ reason: 'UNTERMINATED_QUOTE', line: 5 }])
  })

  it('reads quotes with a backslash before them, as Spark writes them', async () => {
    const { landed, said, rejects } = await throughTheLake(
      `${HEADER}\na,1,Ann,"He said \\"hi, you\\" and\nleft"\nb,2,"","ends \\""\nc,3,"C:\\\\x",plain\nd,4,Dan,"cut`,
    )
    expect(landed).toMatchObject({ quoting: 'backslash', rows: 4, rejected: 1 })
    expect(said).toEqual([
      ['Ann', 'He said "hi, you" and\nleft'],
      [null, 'ends "'],
      ['C:\\x', 'plain'],
    ])
    expect(rejects).toMatchObject([{ reason: 'UNTERMINATED_QUOTE' }])
  })

  it('keeps a backslash that ends a quoted field where quotes are doubled', async () => {
    const { landed, said } = await throughTheLake(`${HEADER}\na,1,"C:\\","x ""y"""\nb,2,Bob,"bad"x\n`)
    expect(landed).toMatchObject({ quoting: 'doubled', rejected: 1 })
    expect(said).toEqual([['C:\\', 'x "y"']])
  })
})

describe('headers and columns', () => {
  it('passes over the line by which Excel names the delimiter', async () => {
    const { landed, said, rejects } = await throughTheLake(
      `sep=;\r\n${HEADER.replaceAll(',', ';')}\r\na;1;Ann;"x;y"\r\nb;2;Bob\r\n`,
    )
    expect(landed).toMatchObject({ sep_line: true, delimiter: ';', rows: 2, rejected: 1 })
    expect(said).toEqual([['Ann', 'x;y']])
    expect(rejects).toMatchObject([{ line: 4, reason: 'COLUMN_COUNT' }])
  })

  it('fills up records without their empty last columns, where that is the habit of the file', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => (i % 2 ? `f,${i},Ann,text ${i}` : `f,${i},Bob`))
    const { landed, said, rejects } = await throughTheLake(`${HEADER}\n${rows.join('\n')}\n,x\nf,99,C,t,,\n`)
    expect(landed).toMatchObject({ ragged: false, rejected: 17 })
    expect(rejects).toHaveLength(17)
    expect(said).toHaveLength(15)
    const more = Array.from({ length: 30 }, (_, i) => `g,${i},Bob`)
    const wider = await throughTheLake(
      `${HEADER}\n${[...rows, ...more].join('\n')}\n,x\nf,99,C,t,,\nf,98,C,t,,u\n`,
    )
    expect(wider.landed).toMatchObject({ ragged: true, rows: 63, rejected: 2 })
    expect(wider.rejects.map(({ reason }) => reason).sort()).toEqual(['COLUMN_COUNT', 'MISSING_KEY'])
    expect(wider.said).toHaveLength(61)
    expect(wider.said).toContainEqual(['C', 't'])
    expect(wider.said).toContainEqual(['Bob', null])
  })

  it('reads an unnamed first column, one name twice, and names of another case', async () => {
    const { landed, said } = await throughTheLake(
      ',ID,Review_ID,criticName,reviewText,reviewText\n0,a,1,Ann,first,second\n1,b,2,Bob,only,\n',
    )
    expect(landed).toMatchObject({ rows: 2, rejected: 0 })
    expect(landed?.columns).toEqual(['', 'ID', 'Review_ID', 'criticName', 'reviewText', 'reviewText'])
    expect(said).toEqual([
      ['Ann', 'first'],
      ['Bob', 'only'],
    ])
  })

  it('takes a header of 100,000 columns, and refuses one without end', { timeout: 60_000 }, async () => {
    const extra = Array.from({ length: 100_000 }, (_, i) => `a_column_${i}`)
    const row = `${'1,'.repeat(99_999)}1`
    const { landed, said } = await throughTheLake(`${HEADER},${extra}\nx,1,Ann,t,${row}\n`)
    expect(landed?.columns).toHaveLength(100_004)
    expect(said).toEqual([['Ann', 't']])
    await expect(throughTheLake('x'.repeat(40_000_000))).rejects.toThrow('INGEST_HEADER_TOO_LONG')
  })

  it('rejects a record longer than any is, and goes on after it', { timeout: 60_000 }, async () => {
    const { landed, said } = await throughTheLake(`${HEADER}\nx,1,c,${'t'.repeat(50_000_000)}\ny,2,Ann,t\n`)
    expect(landed).toMatchObject({ rows: 2, rejected: 1 })
    expect(said).toEqual([['Ann', 't']])
  })
})
