import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Ingestion } from '../../src/pipeline/api.ts'
import {
  type FileToLand,
  landedFiles,
  landFiles,
  listFolder,
  readHistory,
  recogniseFiles,
} from '../../src/pipeline/ingest/index.ts'
import { type LakeLayout, lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { tempLake } from '../helpers/lake.ts'
import { sharedData } from '../helpers/shared-data.ts'

const MOVIES = sharedData('clapper/Movies_2000.csv.gz')
const REVIEWS = sharedData('clapper/Reviews_2000.csv.gz')
const HEADER = 'id,reviewId,criticName,reviewText'

let layout: LakeLayout
let inbox: string

beforeEach(async () => {
  const folder = await tempLake()
  layout = lakeLayout(join(folder, 'lake'))
  inbox = join(folder, 'inbox')
  await mkdir(inbox)
})

/** Writes a file to bring; returns its path. */
async function bring(name: string, content: string | Buffer): Promise<string> {
  const path = join(inbox, name)
  await writeFile(path, content)
  return path
}

async function landOne(path: string, source?: string): Promise<Ingestion> {
  const [ingestion] = await landFiles(layout, [{ path, source }])
  if (!ingestion) throw new Error('no ingestion')
  return ingestion
}

const landed = (path: string | null) => readFile(join(layout.root, path ?? ''))

describe('the real files', () => {
  it('lands them gunzipped, with a hash of what lies there, and a second time not at all', async () => {
    const files = (await listFolder(sharedData('clapper'))).map((path): FileToLand => ({ path }))
    const [movies, reviews] = await landFiles(layout, files)
    expect(movies).toMatchObject({ source: 'rt_movies', status: 'completed', rows: 116, columns: 16 })
    expect(reviews).toMatchObject({ source: 'rt_reviews', status: 'completed', rows: 2000, columns: 11 })

    const plain = gunzipSync(await readFile(REVIEWS))
    expect((await landed(reviews?.path ?? null)).equals(plain)).toBe(true)
    expect(reviews).toMatchObject({
      sha256: createHash('sha256').update(plain).digest('hex'),
      bytes: plain.length,
    })

    const again = await landFiles(layout, files)
    expect(again.map(({ status, path }) => [status, path])).toEqual([
      ['unchanged', movies?.path],
      ['unchanged', reviews?.path],
    ])
    expect((await landOne(await bring('other name.csv', plain))).status).toBe('unchanged')
    expect(await landedFiles(layout)).toMatchObject([
      { source: 'rt_movies', rows: 116, rejected: 0, encoding: 'utf-8', delimiter: ',', plain: true },
      { source: 'rt_reviews', rows: 2000, rejected: 0, file: 'Reviews_2000.csv' },
    ])
    expect(await readdir(layout.tmp)).toEqual([])
  })

  it('recognises them before they are landed', async () => {
    const found = await recogniseFiles([MOVIES, REVIEWS, join(inbox, 'nothing.csv')])
    expect(found).toMatchObject([
      { source: 'rt_movies', score: 1, encoding: 'utf-8', delimiter: ',', compression: 'gzip', error: null },
      { source: 'rt_reviews', score: 1, file: 'Reviews_2000.csv.gz' },
      { source: null, score: 0, columns: [], error: { code: 'INGEST_NOT_FOUND' } },
    ])
    expect(found[0]?.preview).toHaveLength(20)
    expect(found[0]?.preview[0]?.[1]).toBe('West Side Story')
  })
})

describe('forms of a file', () => {
  const rows = ['x,1,Zoë,"l’été; a|b"', 'y,2,Ann,']
  const expected = { source: 'rt_reviews', status: 'completed', rows: 2, columns: 4 }

  it.each([
    ['tabs', `${HEADER.replaceAll(',', '\t')}\nx\t1\tZoë\t"a, b; c"\ny\t2\t\t\n`],
    ['semicolons', `${HEADER.replaceAll(',', ';')}\nx;1;Zoë;"a, b, c"\ny;2;;\n`],
    ['pipes', `${HEADER.replaceAll(',', '|')}\nx|1|Zoë|a, b, c\ny|2||\n`],
    [
      'another order, extra columns, loose names',
      'Review_Text,extra,REVIEW ID,critic.name,Id\na,b,1,c,x\nd,e,2,f,y',
    ],
    ['a byte order mark', Buffer.from(`\ufeff${HEADER}\n${rows.join('\n')}\n`).toString()],
    ['CRLF', `${HEADER}\r\n${rows.join('\r\n')}\r\n`],
    ['CR', `${HEADER}\r${rows.join('\r')}\r`],
  ])('lands a file with %s', async (_, text) => {
    const path = await bring('renamed.TXT', text)
    const ingestion = await landOne(path)
    expect(ingestion).toMatchObject({ ...expected, columns: text.startsWith('Review_Text') ? 5 : 4 })
    expect((await landed(ingestion.path)).equals(await readFile(path))).toBe(true)
    expect(await landedFiles(layout)).toMatchObject([{ rejected: 0, encoding: 'utf-8' }])
  })

  it.each(['utf-16le', 'utf-16be'] as const)('lands %s as it is', async (encoding) => {
    const wide = Buffer.from(`\ufeff${HEADER}\n${rows.join('\n')}`, 'utf16le')
    const path = await bring('wide.csv', encoding === 'utf-16le' ? wide : Buffer.from(wide).swap16())
    const ingestion = await landOne(path)
    expect(ingestion).toMatchObject(expected)
    expect((await landed(ingestion.path)).equals(await readFile(path))).toBe(true)
    expect(await landedFiles(layout)).toMatchObject([{ rejected: 0, encoding }])
  })

  it('tells windows-1252 from UTF-8 even where the first accent comes late', async () => {
    const many = Array.from({ length: 40_000 }, (_, i) => `film,${i},critic,words`).join('\n')
    const path = await bring(
      'late.csv',
      Buffer.from(`${HEADER}\n${many}\nx,y,Zo\xeb,\x93\xe9t\xe9\x94\n`, 'latin1'),
    )
    expect(await landOne(path)).toMatchObject({ ...expected, rows: 40_001 })
    expect(await landedFiles(layout)).toMatchObject([{ rejected: 0, encoding: 'windows-1252' }])
  })

  it('keeps a UTF-8 file UTF-8 when one of its records is cut inside a character', async () => {
    const text = Buffer.from(`${HEADER}\n${'é,1,à,“œuvre”\n'.repeat(9)}z,1,x,é`)
    expect(await landOne(await bring('cut.csv', text.subarray(0, -1)))).toMatchObject({ rows: 10 })
    expect(await landedFiles(layout)).toMatchObject([{ rejected: 1, encoding: 'utf-8' }])
  })
})

describe('names', () => {
  const names = [
    'with space.csv',
    `quo"te's.csv`,
    'new\nline.csv',
    'été—映画.csv',
    '-rf.csv',
    '[a]*?.csv',
    'x'.repeat(251),
    'b_SUCCESS.json',
  ]

  it('lands files whatever they are called, through links too', async () => {
    const files: FileToLand[] = []
    for (const [index, name] of names.entries())
      files.push({ path: await bring(name, `${HEADER}\nx,${index},c,t\n`) })
    await symlink(files[0]?.path ?? '', join(inbox, 'link.csv'))
    const ingestions = await landFiles(layout, [...files, { path: join(inbox, 'link.csv') }])
    expect(ingestions.map(({ status }) => status)).toEqual([...names.map(() => 'completed'), 'unchanged'])
    const found = await landedFiles(layout)
    expect(found.map(({ file }) => file)).toEqual([...names.slice(0, -1), 'b_SUCCESS.json.csv'])
    expect((await readHistory(layout, 100)).map(({ file }) => file).reverse()).toEqual([...names, 'link.csv'])
  })

  it('keeps two files of one name, each in a folder of its own, in their order', async () => {
    await mkdir(join(inbox, 'other'))
    const one = await bring('same.csv', `${HEADER}\nx,1,c,t\n`)
    const two = await bring('other/same.csv', `${HEADER}\nx,2,c,t\n`)
    const [first, second] = await landFiles(layout, [{ path: one }, { path: two }])
    expect([first?.status, second?.status]).toEqual(['completed', 'completed'])
    expect((await landedFiles(layout)).map(({ lake_path }) => lake_path)).toEqual([first?.path, second?.path])
  })

  it('lists the tables of a folder, sorted, without hidden files and subfolders', async () => {
    const others = ['.hidden.csv', 'notes.md', 'README.txt', 'licence.txt', 'e.gz', '.zip']
    for (const name of ['b.CSV', 'a.tsv.gz', 'c.txt', 'd.csv.zip', 'Archive.ZIP', 'f.csv.zst', ...others])
      await bring(name, 'x')
    await mkdir(join(inbox, 'folder.csv'))
    expect((await listFolder(inbox)).map((path) => basename(path))).toEqual([
      'Archive.ZIP',
      'a.tsv.gz',
      'b.CSV',
      'c.txt',
      'd.csv.zip',
      'f.csv.zst',
    ])
    await expect(listFolder(join(inbox, 'folder.csv'))).rejects.toMatchObject({
      code: 'INGEST_NOTHING_FOUND',
    })
    await expect(listFolder(join(inbox, 'none'))).rejects.toMatchObject({ code: 'INGEST_NOT_FOUND' })
    await expect(listFolder(join(inbox, 'c.txt'))).rejects.toMatchObject({ code: 'INGEST_NOT_A_FOLDER' })
  })
})

describe('what cannot be landed', () => {
  const wide = Buffer.from(`\ufeff${HEADER}\nx,1,c,t\n`, 'utf16le')
  it.each<[string, string, string | Buffer]>([
    ['an empty file', 'INGEST_EMPTY_FILE', ''],
    ['only blanks', 'INGEST_EMPTY_FILE', '\ufeff \n\n'],
    ['a gzip of nothing', 'INGEST_EMPTY_FILE', gzipSync('')],
    ['a header only', 'INGEST_NO_ROWS', `${HEADER}\n\n`],
    ['an unknown layout', 'INGEST_UNKNOWN_LAYOUT', 'a,b,c\n1,2,3\n'],
    ['a picture', 'INGEST_BINARY', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['an archive cut short', 'INGEST_BROKEN_ZIP', Buffer.from('504b0304', 'hex')],
    ['NUL bytes', 'INGEST_BINARY', `${HEADER}\nx,1,\0,t\n`],
    ['a gzip in a gzip', 'INGEST_BINARY', gzipSync(gzipSync(HEADER))],
    ['half a UTF-16 character', 'INGEST_ENCODING', wide.subarray(0, -1)],
    ['no encoding we know', 'INGEST_ENCODING', Buffer.from(`${HEADER}\nx,1,\x81\x8d,\xe9\n`, 'latin1')],
    ['a header of open quotes', 'INGEST_BROKEN_QUOTING', `${HEADER},"x\ny,1,c,t\n`],
    ['only broken quotes', 'INGEST_BROKEN_QUOTING', `${HEADER}\nx,1,"c"d,t\ny,2,"c"d,t\n`],
    ['a gzip cut short', 'INGEST_BROKEN_GZIP', gzipSync(`${HEADER}\nx,1,c,t\n`).subarray(0, -12)],
    ['damaged gzip', 'INGEST_BROKEN_GZIP', Buffer.from('1f8b08000000000000ffffffffff', 'hex')],
  ])('says what is wrong with %s', async (_, code, content) => {
    const ingestion = await landOne(await bring('bad.csv', content))
    expect(ingestion).toMatchObject({ status: 'failed', error_code: code, path: null, file: 'bad.csv' })
    expect(ingestion.error).toMatch(/bad\.csv.*\.$/s)
    expect(ingestion.hint).toBeTruthy()
    expect(await readHistory(layout, 9)).toMatchObject([{ status: 'failed', error_code: code }])
    expect(await readdir(layout.raw)).toEqual([])
    expect(await readdir(layout.tmp)).toEqual([])
  })

  it('lands the others, and keeps every attempt in the history', async () => {
    const good = await bring('good.csv', `${HEADER}\nx,1,c,t\n`)
    const ingestions = await landFiles(layout, [
      { path: join(inbox, 'none.csv') },
      { path: inbox },
      { path: good, source: 'letterboxd' },
      { path: good, source: 'rt_movies' },
      { path: '/dev/null' },
      { path: good },
    ])
    expect(ingestions.map(({ error_code }) => error_code)).toEqual([
      'INGEST_NOT_FOUND',
      'INGEST_IS_FOLDER',
      'INGEST_UNKNOWN_SOURCE',
      'INGEST_UNKNOWN_LAYOUT',
      'INGEST_NOT_A_FILE',
      undefined,
    ])
    expect(ingestions[3]?.error).toContain('missing: title, audienceScore, tomatoMeter')
    const history = await readHistory(layout, 100)
    expect(history).toHaveLength(6)
    expect(history[0]).toMatchObject({ file: 'good.csv', status: 'completed', rows: 1, source: 'rt_reviews' })
    expect(await readHistory(layout, 2)).toEqual(history.slice(0, 2))
  })

  it('counts records to leave out, and lands the file', async () => {
    const path = await bring('some.csv', `${HEADER}\nx,1,c,t\n,2,c,t\ny,3,c\nz,4,"c"d,t\n`)
    expect(await landOne(path)).toMatchObject({ status: 'completed', rows: 4 })
    expect(await landedFiles(layout)).toMatchObject([{ rows: 4, rejected: 3 }])
  })
})

describe('a lake in trouble', () => {
  it('names a landed file that is missing or of another size, and heals it by landing it again', async () => {
    const { path } = await landOne(MOVIES)
    await truncate(join(layout.root, path ?? ''), 100)
    await expect(landedFiles(layout)).rejects.toMatchObject({ code: 'RAW_DAMAGED', details: { path } })
    await rm(join(layout.root, path ?? ''))
    await expect(landedFiles(layout)).rejects.toThrow(`The landed file ${path} is missing.`)
    expect(await landOne(MOVIES)).toMatchObject({ status: 'completed' })
  })

  it('removes what a killed landing left, and writes the rows it could not', async () => {
    const { path } = await landOne(MOVIES)
    await rm(layout.ingestions)
    await mkdir(join(layout.tmp, 'landing-dead', '0'), { recursive: true })
    await mkdir(join(layout.tmp, 'a-run'), { recursive: true })
    await landOne(REVIEWS)
    expect(await readdir(layout.tmp)).toEqual(['a-run'])
    expect(await readHistory(layout, 9)).toMatchObject([
      { source: 'rt_reviews' },
      { path, status: 'completed' },
    ])
  })

  it('sets a damaged history aside', async () => {
    await landOne(MOVIES)
    await truncate(layout.ingestions, 200)
    await copyFile(layout.ingestions, join(inbox, 'damaged'))
    await landOne(MOVIES)
    const aside = (await readdir(layout.metadata)).filter((name) => name.startsWith('ingestions.damaged-'))
    expect(aside).toHaveLength(1)
    const kept = await readFile(join(layout.metadata, aside[0] ?? ''))
    expect(kept.equals(await readFile(join(inbox, 'damaged')))).toBe(true)
    expect((await readHistory(layout, 9)).map(({ status }) => status)).toEqual(['unchanged', 'completed'])
  })

  it('lands later than any landing before, though the clock went backwards', async () => {
    await mkdir(join(layout.raw, 'rt_movies', '20991231T235959Z'), { recursive: true })
    expect((await landOne(MOVIES)).path).toBe('raw/rt_movies/21000101T000000Z/Movies_2000.csv')
  })

  it('stops when cancelled, and keeps what was landed before', async () => {
    const controller = new AbortController()
    const work = landFiles(layout, [{ path: MOVIES }, { path: REVIEWS }, { path: MOVIES }], {
      signal: controller.signal,
      onProgress: ({ file, bytes_read, bytes_total }) => {
        expect(bytes_read).toBeLessThanOrEqual(bytes_total)
        if (file.startsWith('Reviews')) controller.abort()
      },
    })
    await expect(work).rejects.toMatchObject({ code: 'CANCELLED' })
    expect((await landedFiles(layout)).map(({ source }) => source)).toEqual(['rt_movies'])
    expect((await readHistory(layout, 9)).map(({ error_code }) => error_code)).toEqual(['CANCELLED', null])
    expect(await readdir(layout.tmp)).toEqual([])
  })
})

it('writes a history that other tools read', async () => {
  await landFiles(layout, [{ path: MOVIES }, { path: join(inbox, 'no.csv') }])
  const duck = await (await DuckDBInstance.create(':memory:')).connect()
  const described = await duck.runAndReadAll('DESCRIBE SELECT * FROM read_parquet($1)', [layout.ingestions])
  expect(described.getRows().map(([name, type]) => `${name} ${type}`)).toEqual([
    ...['source', 'file', 'path', 'sha256'].map((name) => `${name} VARCHAR`),
    ...['bytes', 'rows', 'columns'].map((name) => `${name} BIGINT`),
    ...['status', 'error_code', 'error'].map((name) => `${name} VARCHAR`),
    ...['started_at', 'finished_at'].map((name) => `${name} TIMESTAMP`),
  ])
  duck.closeSync()
})
