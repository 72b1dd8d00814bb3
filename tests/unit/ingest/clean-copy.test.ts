import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  cleanCopy,
  landedFiles,
  landFiles,
  needsCleanCopy,
  type Reject,
} from '../../../src/pipeline/ingest/index.ts'
import { lakeLayout } from '../../../src/pipeline/lake/layout.ts'
import { tempLake } from '../../helpers/lake.ts'

const HEADER = 'id,reviewId,criticName,reviewText'

async function land(text: string) {
  const folder = await tempLake()
  const path = join(folder, 'in.csv')
  await writeFile(path, text)
  const layout = lakeLayout(join(folder, 'lake'))
  await landFiles(layout, [{ path }])
  const [landed] = await landedFiles(layout)
  if (!landed) throw new Error('it did not land')
  return { landed, copy: join(folder, 'copy.csv') }
}

it('keeps the bytes of good records, and hands over the others with their line and text', async () => {
  const long = 'é'.repeat(20_000)
  const { landed, copy } = await land(
    `${HEADER}\na,1,"x\n""y""",t\n\n,2,c,t\nb,3,${long}\nc,4, "q",t\r\nd,5,c,`,
  )
  expect(landed).toMatchObject({ rows: 5, rejected: 2, plain: false })
  const rejects: Reject[] = []
  const result = await cleanCopy(landed, copy, { onReject: (reject) => rejects.push(reject) })
  expect(result).toEqual({ rows_in: 5, good: 3, rejected: 2 })
  expect(await readFile(copy, 'utf8')).toBe(
    `"id","reviewId","criticName","reviewText"\na,1,"x\n""y""",t\n"c","4"," ""q""","t"\nd,5,c,\n`,
  )
  expect(rejects).toEqual([
    { line: 5, reason: 'MISSING_KEY', detail: 'id is empty', raw: ',2,c,t' },
    {
      line: 6,
      reason: 'COLUMN_COUNT',
      detail: '3 columns where the header has 4',
      raw: `b,3,${long}`.slice(0, 10_000),
    },
  ])
})

it('stops at the limit, rejected records included', async () => {
  const { landed, copy } = await land(`${HEADER}\na,1,c,t\nbad\nb,2,c,t\nc,3,c,t\n`)
  const result = await cleanCopy(landed, copy, { limit: 3, onReject: () => {} })
  expect(result).toEqual({ rows_in: 3, good: 2, rejected: 1 })
})

it('is cancelled by its signal', async () => {
  const { landed, copy } = await land(`${HEADER}\na,1,c,t\n`)
  const work = cleanCopy(landed, copy, { onReject: () => {}, signal: AbortSignal.abort() })
  await expect(work).rejects.toMatchObject({ code: 'CANCELLED' })
})

it('is needed only when some reader could stumble over the landed file', async () => {
  const needed = async (text: string) => needsCleanCopy((await land(text)).landed)
  expect(await needed(`${HEADER}\na,1,"c\r\nd",t\n`)).toBe(false)
  expect(await needed(`\ufeff${HEADER}\r\na,1,c,t\r\n`)).toBe(false)
  expect(await needed(`${HEADER}\na,1,c,t\r\n`)).toBe(true)
  expect(await needed(`${HEADER}\na,1,c,t\nbad\n`)).toBe(true)
  expect(await needed(`\ufeff${HEADER}\na,1, "c",t\n`)).toBe(true)
})
