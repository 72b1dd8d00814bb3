import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleanCopy, landedFiles, landFiles } from '../../src/pipeline/ingest/index.ts'
import { lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { tempLake } from '../helpers/lake.ts'

const CODES = [
  'INGEST_EMPTY_FILE',
  'INGEST_NO_ROWS',
  'INGEST_UNKNOWN_LAYOUT',
  'INGEST_BINARY',
  'INGEST_ENCODING',
  'INGEST_BROKEN_QUOTING',
  'INGEST_BROKEN_GZIP',
]

const record = fc.constantFrom(
  'x,1,c,"t\n"\n',
  'y;2;é;t\n',
  ',,,\n',
  'a,b,"c"d,e\r\n',
  'z,3,"open\n',
  '\r',
  ' "q",4,c, "t"\n',
)
const noise = fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes))
const body = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: record.map((text) => Buffer.from(text)) },
      { weight: 1, arbitrary: noise },
    ),
  )
  .map((parts) => Buffer.concat(parts))
const start = fc.constantFrom(
  'id,reviewId,criticName,reviewText\n',
  '\ufeffid;reviewId;criticName;reviewText\r\n',
  '',
)
const form = fc.constantFrom('plain', 'gzip', 'cut gzip', 'utf-16')

it('lands any bytes with balanced rows, or says what is wrong with them', { timeout: 60_000 }, async () => {
  const folder = await tempLake()
  const layout = lakeLayout(join(folder, 'lake'))
  const path = join(folder, 'any.csv')
  await mkdir(folder, { recursive: true })
  let landings = 0
  await fc.assert(
    fc.asyncProperty(start, body, form, async (header, rest, as) => {
      let bytes = Buffer.concat([Buffer.from(header), rest])
      if (as === 'utf-16') bytes = Buffer.from(`\ufeff${bytes.toString()}`, 'utf16le')
      if (as.endsWith('gzip')) bytes = gzipSync(bytes)
      if (as === 'cut gzip') bytes = bytes.subarray(0, -5)
      await writeFile(path, bytes)

      const [ingestion] = await landFiles(layout, [{ path }])
      if (ingestion?.status === 'failed') {
        expect(CODES).toContain(ingestion.error_code)
        return
      }
      const landed = (await landedFiles(layout)).find((each) => each.lake_path === ingestion?.path)
      if (!landed) throw new Error('it is not there')
      let rejects = 0
      const copied = await cleanCopy(landed, join(folder, 'copy.csv'), { onReject: () => rejects++ })
      expect(copied.rows_in).toBe(copied.good + copied.rejected)
      expect(copied).toEqual({ rows_in: landed.rows, good: landed.rows - rejects, rejected: landed.rejected })
      landings++
    }),
    { numRuns: 80 },
  )
  expect(landings).toBeGreaterThan(10)
})
