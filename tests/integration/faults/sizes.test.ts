import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lakeLayout } from '../../../src/pipeline/lake/layout.ts'
import { cine } from '../../helpers/cine.ts'
import { tempLake } from '../../helpers/lake.ts'
import { published } from '../../helpers/run.ts'

const MIB = 2 ** 20
const TORTURE = process.env.CINE_TORTURE === '1'
/** Of the one line: 2 GB in full. */
const LINE_MIB = TORTURE ? 2048 : 256
/** What the line may cost beyond an ordinary file: buffers, not the line. */
const COST = 200 * MIB

const HEADER = 'id,title,audienceScore,tomatoMeter'

test(`one line of ${LINE_MIB} MiB is a rejected row: its neighbours are published, memory does not grow with it`, {
  timeout: TORTURE ? 1_800_000 : 120_000,
}, async () => {
  const folder = await tempLake()
  const ordinary = join(folder, 'ordinary.csv')
  await writeFile(ordinary, `${HEADER}\na,A,1,2\nb,B,3,4\n`)
  const small = await peakOf(ordinary)
  expect(small.run).toMatchObject({ tables: { films: { rows: 2 } } })

  const long = join(folder, 'long.csv')
  await writeLongLine(long)
  expect((await stat(long)).size).toBeGreaterThan(LINE_MIB * MIB)
  const large = await peakOf(long)
  expect(large.run).toMatchObject({
    tables: { films: { rows: 2 }, rejects: { rows: 1 } },
    balance: [{ source: 'rt_movies', rows_in: 3, rows_out: 2, rejected: 1, merged: 0 }],
  })
  const [reject] = await published(large.layout, 'rejects')
  expect(reject).toMatchObject({ line: 3 })
  expect(String(reject?.raw).length).toBeLessThan(MIB)
  expect(large.run.peak_rss_bytes).toBeLessThan(small.run.peak_rss_bytes + COST)
})

test('a hundred thousand columns: those we know are read, a row that lacks them is rejected', async () => {
  const folder = await tempLake()
  const names = Array.from({ length: 99_996 }, (_, at) => `column_${at}`)
  const known = join(folder, 'known.csv')
  await writeFile(known, `${HEADER},${names}\na,A,1,2,${names.map((_, at) => at)}\nb,B,3,4\n`)
  const { layout, run } = await peakOf(known)
  expect(run).toMatchObject({ tables: { films: { rows: 1 }, rejects: { rows: 1 } } })
  expect(await published(layout, 'films')).toMatchObject([
    { film_id: 'rt:a', audience_score: 1, tomato_meter: 2 },
  ])

  const unknown = join(folder, 'unknown.csv')
  await writeFile(unknown, `${names}\n${names.map((_, at) => at)}\n`)
  const refused = await cine(['ingest', unknown, '--lake', join(folder, 'other'), '--json', '--quiet'])
  expect(refused.json().ingestions).toMatchObject([{ status: 'failed', error_code: 'INGEST_UNKNOWN_LAYOUT' }])
  // The sentence names what is nearest, not every column.
  expect(refused.stdout.length).toBeLessThan(10_000)
}, 120_000)

/** Lands one file in a lake of its own and runs it; what the run says, its peak of memory among it. */
async function peakOf(path: string) {
  const layout = lakeLayout(join(await tempLake(), 'lake'))
  const options = ['--lake', layout.root, '--json', '--quiet']
  const landed = await cine(['ingest', path, ...options])
  expect(landed.exitCode, landed.stderr).toBe(0)
  const ran = await cine(['etl', ...options])
  expect(ran.exitCode, ran.stderr).toBe(0)
  return { layout, run: ran.json() }
}

async function writeLongLine(path: string): Promise<void> {
  const file = createWriteStream(path)
  file.write(`${HEADER}\na,A,1,2\nlong,`)
  const chunk = Buffer.alloc(MIB, 'x')
  for (let n = 0; n < LINE_MIB; n++) if (!file.write(chunk)) await once(file, 'drain')
  file.end(',3,4\nb,B,5,6\n')
  await once(file, 'close')
}
