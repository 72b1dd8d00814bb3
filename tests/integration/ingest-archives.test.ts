import { createWriteStream } from 'node:fs'
import { appendFile, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip, gunzipSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Ingestion } from '../../src/pipeline/api.ts'
import { landedFiles, landFiles, recogniseFiles } from '../../src/pipeline/ingest/index.ts'
import { type LakeLayout, lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { tempLake } from '../helpers/lake.ts'
import { sharedData } from '../helpers/shared-data.ts'
import { zip } from '../helpers/zip.ts'

const HEADER = 'id,reviewId,criticName,reviewText'
const TABLE = `${HEADER}\nx,1,c,t\ny,2,c,"a\nb"\n`

let layout: LakeLayout
let inbox: string

beforeEach(async () => {
  const folder = await tempLake()
  layout = lakeLayout(join(folder, 'lake'))
  inbox = join(folder, 'inbox')
  await mkdir(inbox)
})

async function bring(name: string, content: string | Buffer): Promise<string> {
  const path = join(inbox, name)
  await writeFile(path, content)
  return path
}

const land = (path: string): Promise<Ingestion[]> => landFiles(layout, [{ path }])
const landed = async ({ path }: Ingestion) => readFile(join(layout.root, path ?? ''), 'utf8')

describe('a ZIP archive', () => {
  it('lands every table as a file of its own, with what it holds beside them left', async () => {
    const movies = gunzipSync(await readFile(sharedData('clapper/Movies_2000.csv.gz')))
    const reviews = await readFile(sharedData('clapper/Reviews_2000.csv.gz'))
    const path = await bring(
      'clapper.zip',
      zip([
        { name: 'data/', content: '', method: 0 },
        { name: 'data/movies.csv', content: movies },
        { name: 'README.md', content: '# A dataset' },
        { name: 'LICENSE.txt', content: 'Free' },
        { name: '__MACOSX/data/._movies.csv', content: 'x' },
        { name: 'data/reviews.csv.gz', content: reviews, method: 0 },
        { name: 'more/movies.csv', content: 'id,title,audienceScore,tomatoMeter\nx,X,1,2\n', method: 93 },
      ]),
    )
    const ingestions = await land(path)
    expect(ingestions).toMatchObject([
      { file: 'clapper.zip/data/movies.csv', source: 'rt_movies', status: 'completed', rows: 116 },
      { file: 'clapper.zip/data/reviews.csv.gz', source: 'rt_reviews', status: 'completed', rows: 2000 },
      { file: 'clapper.zip/more/movies.csv', source: 'rt_movies', status: 'completed', rows: 1 },
    ])
    expect(await landed(ingestions[0] as Ingestion)).toBe(movies.toString())
    expect((await landedFiles(layout)).map(({ file }) => file).sort()).toEqual([
      'movies.csv',
      'movies.csv',
      'reviews.csv',
    ])
    expect((await land(path)).map(({ status }) => status)).toEqual(Array(3).fill('unchanged'))
    expect(await readdir(layout.tmp)).toEqual([])
  })

  it('may hold one file without a name for a table, packed from a pipe', async () => {
    const [ingestion] = await land(await bring('pipe.zip', zip([{ name: '-', content: TABLE }])))
    expect(ingestion).toMatchObject({ file: 'pipe.zip/-', status: 'completed', rows: 2 })
  })

  it('is recognised table by table before it is landed', async () => {
    const path = await bring(
      'two.zip',
      zip([
        { name: 'a.csv', content: TABLE },
        { name: 'b.csv', content: 'x,y\n1,2\n' },
      ]),
    )
    expect(await recogniseFiles([path])).toMatchObject([
      { path, file: 'two.zip/a.csv', source: 'rt_reviews', compression: 'zip', error: null },
      { path, file: 'two.zip/b.csv', source: null, error: { code: 'INGEST_UNKNOWN_LAYOUT' } },
    ])
  })

  it.each([
    ['../../../escape.csv', 'escape.csv'],
    ['/etc/absolute.csv', 'absolute.csv'],
    ['..\\..\\windows.csv', 'windows.csv'],
    ['C:\\x\\drive.csv', 'drive.csv'],
    ['new\nline "quoted" été.csv', 'new_line _quoted_ été.csv'],
    [`${'long/'.repeat(100)}${'n'.repeat(300)}.csv`, `${'n'.repeat(251)}.csv`],
    ['-rf.csv', '-rf.csv'],
  ])('lands the entry %j within the lake, as %j', async (name, as) => {
    const [ingestion] = await land(await bring('odd.zip', zip([{ name, content: TABLE }])))
    expect(ingestion).toMatchObject({ status: 'completed', rows: 2 })
    expect(ingestion?.path).toMatch(/^raw\/rt_reviews\/\d{8}T\d{6}Z\/[^/]+$/)
    expect((await landedFiles(layout))[0]?.file).toBe(as)
    expect((await readdir(inbox)).length).toBe(1)
  })

  it('lands what it can, and says of each other table what is wrong with it', async () => {
    const path = await bring(
      'bad.zip',
      zip([
        { name: 'locked.csv', content: TABLE, encrypted: true },
        { name: 'bzip2.csv', content: TABLE, method: 12 },
        { name: 'odd.csv', content: TABLE, method: 77 },
        { name: 'sum.csv', content: TABLE, crc: 1 },
        { name: 'size.csv', content: TABLE, size: 5 },
        { name: 'zsize.csv', content: TABLE, size: 5, method: 93 },
        { name: 'binary.csv', content: Buffer.alloc(100) },
        { name: 'link.csv', content: '/etc/passwd', mode: 0o120777 },
        { name: 'inner.csv', content: zip([{ name: 'a.csv', content: TABLE }]) },
        { name: 'good.csv', content: TABLE },
      ]),
    )
    expect((await land(path)).map(({ file, error_code }) => [file.slice(8), error_code])).toEqual([
      ['locked.csv', 'INGEST_ENCRYPTED_ZIP'],
      ['bzip2.csv', 'INGEST_UNSUPPORTED_ZIP'],
      ['odd.csv', 'INGEST_UNSUPPORTED_ZIP'],
      ['sum.csv', 'INGEST_BROKEN_ZIP'],
      ['size.csv', 'INGEST_BROKEN_ZIP'],
      ['zsize.csv', 'INGEST_BROKEN_ZIP'],
      ['binary.csv', 'INGEST_BINARY'],
      ['inner.csv', 'INGEST_BINARY'],
      ['good.csv', undefined],
    ])
    expect(await readdir(layout.tmp)).toEqual([])
  })

  it('is refused when it is none, is broken, or is a workbook', async () => {
    const whole = zip([{ name: 'a.csv', content: TABLE }])
    const cases: [string, Buffer, string][] = [
      ['empty.zip', zip([]), 'INGEST_NOTHING_FOUND'],
      ['prose.zip', zip([{ name: 'readme.md', content: 'x' }]), 'INGEST_NOTHING_FOUND'],
      ['cut.zip', whole.subarray(0, -10), 'INGEST_BROKEN_ZIP'],
      ['stub.zip', whole.subarray(0, 20), 'INGEST_BROKEN_ZIP'],
      ['garbage.zip', Buffer.concat([whole.subarray(0, 60), Buffer.alloc(500, 7)]), 'INGEST_BROKEN_ZIP'],
      [
        'nameless.zip',
        zip([
          { name: 'a', content: TABLE },
          { name: 'b', content: TABLE },
        ]),
        'INGEST_NOTHING_FOUND',
      ],
      ['book.xlsx', zip([{ name: '[Content_Types].xml', content: '<x/>' }]), 'INGEST_BINARY'],
    ]
    for (const [name, content, code] of cases) {
      const [ingestion, ...more] = await land(await bring(name, content))
      expect(ingestion, name).toMatchObject({ file: name, status: 'failed', error_code: code })
      expect(ingestion?.error).toContain(name)
      expect(more).toEqual([])
    }
  })
})

describe('what is packed as a stream', () => {
  const two = (pack: (text: string) => Buffer) =>
    Buffer.concat([pack(TABLE.slice(0, 40)), pack(TABLE.slice(40))])
  const skippable = Buffer.from('502a4d1804000000deadbeef', 'hex')

  it.each([
    ['gzip of two members', two(gzipSync)],
    ['gzip padded with zeros', Buffer.concat([gzipSync(TABLE), Buffer.alloc(512)])],
    ['zstd', zstdCompressSync(TABLE)],
    ['zstd of two frames', two(zstdCompressSync)],
    ['zstd with frames to skip', Buffer.concat([skippable, two(zstdCompressSync), skippable])],
  ])('lands %s, whole', async (_, bytes) => {
    const [ingestion] = await land(await bring('reviews.csv.zst', bytes))
    expect(ingestion).toMatchObject({ status: 'completed', rows: 2 })
    expect(ingestion?.path).toMatch(/\/reviews\.csv$/)
    expect(await landed(ingestion as Ingestion)).toBe(TABLE)
  })

  it('lands a large zstd file of many blocks and frames', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `film_${i % 977},${i},critic ${i % 13},${i * 7919}`)
    const text = `${HEADER}\n${rows.join('\n')}\n`
    const parts = [0, 1, 2].map((i) => text.slice((i * text.length) / 3, ((i + 1) * text.length) / 3))
    const [ingestion] = await land(
      await bring('big', Buffer.concat(parts.map((part) => zstdCompressSync(part)))),
    )
    expect(ingestion).toMatchObject({ status: 'completed', rows: 60_000, bytes: text.length })
  })

  it('refuses every cut of a gzip, zstd or ZIP file, and damage within it', { timeout: 60_000 }, async () => {
    const text = `${HEADER}\n${Array.from({ length: 200 }, (_, i) => `x${i},${i},c,${i * 7919}`).join('\n')}\n`
    const packed = [
      ['INGEST_BROKEN_GZIP', gzipSync(text)],
      [
        'INGEST_BROKEN_ZSTD',
        Buffer.concat([zstdCompressSync(text.slice(0, 900)), zstdCompressSync(text.slice(900))]),
      ],
      ['INGEST_BROKEN_ZIP', zip([{ name: 'a.csv', content: text }])],
    ] as const
    for (const [code, bytes] of packed) {
      for (let length = 5; length < bytes.length; length += 97) {
        const [ingestion] = await land(await bring('cut', bytes.subarray(0, length)))
        const wholeFrame =
          code === 'INGEST_BROKEN_ZSTD' && length === zstdCompressSync(text.slice(0, 900)).length
        if (!wholeFrame) expect(ingestion, `${code} at ${length}`).toMatchObject({ error_code: code })
      }
      const hurt = Buffer.from(bytes)
      hurt[40] = (hurt[40] as number) ^ 0x55
      expect((await land(await bring('hurt', hurt)))[0]?.status, `${code} hurt`).toBe('failed')
    }
    expect(await readdir(layout.tmp)).toEqual([])
  })

  it('refuses what unpacks without end, before the disk is full', { timeout: 60_000 }, async () => {
    const line = Buffer.from('x,1,c,t\n'.repeat(1 << 17))
    async function* endless() {
      yield Buffer.from(`${HEADER}\n`)
      for (let i = 0; i < 400; i++) yield line
    }
    const path = join(inbox, 'bomb.csv.gz')
    await pipeline(Readable.from(endless()), createGzip(), createWriteStream(path))
    expect((await land(path))[0]).toMatchObject({ status: 'failed', error_code: 'INGEST_INFLATES_TOO_MUCH' })
    expect(await readdir(layout.tmp)).toEqual([])
  })
})

describe('a file that changes while it is read', () => {
  it.each([
    ['grows', (path: string) => appendFile(path, 'z,9,c,t\n')],
    ['shrinks', (path: string) => writeFile(path, TABLE)],
    ['is touched', (path: string) => utimes(path, new Date(), new Date(Date.now() + 5000))],
  ])('is refused when it %s', async (_, change) => {
    const path = await bring('live.csv', `${HEADER}\n${'x,1,c,t\n'.repeat(700_000)}`)
    let changed: Promise<unknown> | null = null
    const [ingestion] = await landFiles(layout, [{ path }], {
      onProgress: () => {
        changed ??= change(path)
      },
    })
    await changed
    expect(ingestion).toMatchObject({ status: 'failed', error_code: 'INGEST_CHANGED' })
    expect(await landedFiles(layout)).toEqual([])
  })
})
