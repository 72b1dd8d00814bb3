import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Ingestion } from '../../src/pipeline/api.ts'
import { cleanCopy, landedFiles, landFiles, recogniseFiles } from '../../src/pipeline/ingest/index.ts'
import { type LakeLayout, lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { proposeMappings } from '../../src/pipeline/mapping/index.ts'
import { SOURCES } from '../../src/pipeline/sources/index.ts'
import { tempLake } from '../helpers/lake.ts'
import { type ZipEntry, zip } from '../helpers/zip.ts'

/** `CINE_TORTURE=1` (npm run test:torture) runs for minutes; `CINE_FUZZ_RUNS` says how often. */
const RUNS = Number(process.env.CINE_FUZZ_RUNS) || (process.env.CINE_TORTURE === '1' ? 6000 : 120)
const LIMIT = RUNS > 120 ? 3_600_000 : 120_000

const CODES = [
  'INGEST_EMPTY_FILE',
  'INGEST_NO_ROWS',
  'INGEST_UNKNOWN_LAYOUT',
  'INGEST_BINARY',
  'INGEST_ENCODING',
  'INGEST_BROKEN_QUOTING',
  'INGEST_BROKEN_GZIP',
  'INGEST_BROKEN_ZSTD',
  'INGEST_BROKEN_ZIP',
  'INGEST_ENCRYPTED_ZIP',
  'INGEST_UNSUPPORTED_ZIP',
  'INGEST_NOTHING_FOUND',
]

/** Records with commas, to be written with any delimiter. */
const record = fc.constantFrom(
  'x,1,c,"t\n"\n',
  'y,2,é,t\n',
  ',,,\n',
  'a,b,"c"d,e\r\n',
  'z,3,"open\n',
  '\r',
  ' "q",4,c, "t"\n',
  'b,5,"say \\"hi\\"",t\n',
  'b,5,"a\\\\",t\\\n',
  'c,6,"""",t,,\n',
  'd,7\n'.repeat(25),
  '"e",8,"w,w",""\n',
)
const noise = fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes))
const latin = fc
  .constantFrom('f,9,Zo\xeb,\x93t\x94\n', 'g,1,\x81,t\n')
  .map((text) => Buffer.from(text, 'latin1'))
const body = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: record.map((text) => Buffer.from(text)) },
      { weight: 1, arbitrary: noise },
      { weight: 1, arbitrary: latin },
    ),
  )
  .map((parts) => Buffer.concat(parts))
const start = fc.constantFrom(
  'id,reviewId,criticName,reviewText\n',
  '\ufeffid,reviewId,criticName,reviewText\r\n',
  ',id,reviewId,criticName,reviewText\r',
  'sep=,\nid,reviewId,criticName,reviewText\n',
  '',
)
const delimiter = fc.constantFrom(',', ';', '\t', '|')

const wide = (bytes: Buffer) => Buffer.from(bytes.toString(), 'utf16le')
const entries = (bytes: Buffer, entry: Partial<ZipEntry> = {}) =>
  zip([
    { name: '../one.csv', content: bytes, ...entry },
    { name: 'two.csv.gz', content: gzipSync(bytes), method: 0 },
  ])
const FORMS: Record<string, (bytes: Buffer, cut: number) => Buffer> = {
  plain: (bytes) => bytes,
  'utf-16': (bytes) => Buffer.concat([Buffer.from('fffe', 'hex'), wide(bytes)]),
  'utf-16 without a mark': (bytes) => wide(bytes).swap16(),
  gzip: (bytes) => gzipSync(bytes),
  'two members': (bytes, cut) =>
    Buffer.concat([gzipSync(bytes.subarray(0, cut)), gzipSync(bytes.subarray(cut))]),
  'cut gzip': (bytes, cut) => gzipSync(bytes).subarray(0, -(cut % 12) - 1),
  zstd: (bytes) => zstdCompressSync(bytes),
  'two frames': (bytes, cut) =>
    Buffer.concat([zstdCompressSync(bytes.subarray(0, cut)), zstdCompressSync(bytes.subarray(cut))]),
  'cut zstd': (bytes, cut) => zstdCompressSync(bytes).subarray(0, -(cut % 12) - 1),
  zip: (bytes) => entries(bytes),
  'zip by zstd': (bytes) => entries(bytes, { method: 93 }),
  'dishonest zip': (bytes, cut) =>
    entries(bytes, [{ crc: 7 }, { size: cut }, { encrypted: true }, { method: cut }][cut % 4]),
  'cut zip': (bytes, cut) => entries(bytes).subarray(0, -(cut % 200) - 1),
  'hurt zip': (bytes, cut) => {
    const hurt = entries(bytes)
    hurt[cut % hurt.length] = (hurt[cut % hurt.length] as number) ^ (1 << (cut % 8))
    return hurt
  },
}

async function expectBalance(layout: LakeLayout, copy: string, ingestion: Ingestion): Promise<void> {
  const landed = (await landedFiles(layout)).find((each) => each.lake_path === ingestion.path)
  if (!landed) throw new Error('it is not there')
  let rejects = 0
  const copied = await cleanCopy(landed, copy, { onReject: () => rejects++ })
  expect(copied.rows_in).toBe(copied.good + copied.rejected)
  expect(copied).toEqual({ rows_in: landed.rows, good: landed.rows - rejects, rejected: landed.rejected })
}

it('lands any bytes with balanced rows, or says what is wrong with them', { timeout: LIMIT }, async () => {
  let landings = 0
  let lake = ''
  let count = 0
  const forms = fc.constantFrom(...Object.keys(FORMS))
  await fc.assert(
    fc.asyncProperty(start, body, delimiter, forms, fc.nat(400), async (header, rest, by, form, cut) => {
      // The history is written again at each landing: a new lake now and then keeps that quick.
      if (count++ % 100 === 0) lake = await tempLake()
      const layout = lakeLayout(join(lake, 'lake'))
      const path = join(lake, 'any.csv')
      const text = Buffer.concat([Buffer.from(header), rest])
      const bytes = Buffer.from(text.map((byte) => (byte === 0x2c ? by.charCodeAt(0) : byte)))
      await writeFile(path, (FORMS[form] as (typeof FORMS)[string])(bytes, cut))

      const recognised = await recogniseFiles([path])
      expect(recognised.length).toBeGreaterThan(0)
      await proposeMappings(path, { specs: SOURCES }).catch((error) => expect(CODES).toContain(error.code))
      for (const ingestion of await landFiles(layout, [{ path }])) {
        if (ingestion.status === 'failed') {
          expect(CODES).toContain(ingestion.error_code)
          continue
        }
        await expectBalance(layout, join(lake, 'copy.csv'), ingestion)
        landings++
      }
    }),
    { numRuns: RUNS },
  )
  expect(landings).toBeGreaterThan(RUNS / 8)
})
