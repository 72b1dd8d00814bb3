import { appendFile, cp, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { RunOptions } from '../../src/pipeline/engines/index.ts'
import { type LakeLayout, lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { listRuns } from '../../src/pipeline/lake/list-runs.ts'
import { readCurrent } from '../../src/pipeline/lake/manifest.ts'
import { cine } from '../helpers/cine.ts'
import { tempLake } from '../helpers/lake.ts'
import { lakeOf, run } from '../helpers/run.ts'

const RT = 'id,title,audienceScore,tomatoMeter,releaseDateTheaters,runtimeMinutes,genre,director,boxOffice\n'
/** One file that is read as it is and two that must be copied: one for its rejects, one for its encoding. */
const FILES = {
  'plain.csv': `${RT}a,A,1,2,2001-01-01,100,Drama,Ann,\nb,B,,3,,,,,\n`,
  'rejects.csv': `${RT}c,C,1,2,2001-01-01,100,Drama,Ann,\n,No key \u2028 "here",1,2,,,,,\nb,Too,few\nd,D,1,2,,,,,\n`,
  'latin.csv': Buffer.from(`${RT}e,Amélie,1,2,2001-01-01,100,Drama,Ann,\n`, 'latin1'),
}

/** Two lakes that are the same to the byte, both not run yet. */
let layout: LakeLayout
let undisturbed: LakeLayout
beforeEach(async () => {
  layout = await lakeOf(FILES)
  undisturbed = lakeLayout(join(await tempLake(), 'copy'))
  await cp(layout.root, undisturbed.root, { recursive: true })
})

/** What is published, by content: the hash of every file of every table. */
async function hashes(lake: LakeLayout): Promise<string[]> {
  const tables = Object.values((await readCurrent(lake))?.tables ?? {})
  return tables.flatMap((table) => table.files.map((file) => file.sha256))
}

async function sameAsUndisturbed(): Promise<void> {
  await run(undisturbed)
  expect(await hashes(layout)).toEqual(await hashes(undisturbed))
  expect(await hashes(layout)).toHaveLength(4)
}

/** Makes a run fail when a step begins, as a defect would. */
const failAt = (step: string): Pick<RunOptions, 'onStep'> => ({
  onStep: (key, { state }) => {
    if (key === step && state === 'running') throw new Error('struck by lightning')
  },
})

const tables = async (lake: LakeLayout) => readdir(join(lake.curated, 'films'))

describe('a run that failed in its transform', () => {
  beforeEach(() => expect(run(layout, failAt('transform'))).rejects.toThrow('lightning'))

  it('has its clean copies used by the next one, whose tables are the same to the byte', async () => {
    expect(await readdir(join(layout.tmp, 'prepared'))).toHaveLength(2)
    const result = await run(layout)
    expect(result.reused).toEqual([{ step: 'verify', files: ['rejects.csv', 'latin.csv'] }])
    expect(result.tables.rejects.rows).toBe(2)
    await sameAsUndisturbed()
    expect(await readdir(layout.tmp)).toEqual([])
  })

  it('is told by the command: what is not done again', async () => {
    const { stdout } = await cine(['pipeline', '--lake', layout.root])
    expect(stdout).toContain('Not done again: verify of rejects.csv, latin.csv')
  })

  it('has only the copies used that are whole, and of the same file and options', async () => {
    const prepared = await readdir(join(layout.tmp, 'prepared'))
    await truncate(join(layout.tmp, 'prepared', prepared[0] ?? '', 'copy.csv'), 20)
    expect((await run(layout)).reused[0]?.files).toHaveLength(1)
    await sameAsUndisturbed()
  })

  it('has none used when only a part of the files is read', async () => {
    expect((await run(layout, { n_rows: 1 })).reused).toEqual([])
  })
})

describe('a run that failed when its tables were finished', () => {
  let stopped: string
  beforeEach(async () => {
    await expect(run(layout, failAt('publish'))).rejects.toThrow('lightning')
    stopped = (await listRuns(layout)).unpublished[0]?.run_id ?? ''
  })

  it('is gone on with under its own id, and its tables are the same to the byte', async () => {
    expect((await listRuns(layout)).unpublished).toMatchObject([{ state: 'failed', resumes_at: 'publish' }])
    const result = await run(layout)
    expect(result).toMatchObject({ run_id: stopped, status: 'published' })
    expect(result.reused.map((each) => each.step)).toEqual(['verify', 'transform'])
    await sameAsUndisturbed()
    const { runs, unpublished } = await listRuns(layout)
    expect([runs.map((each) => each.run_id), unpublished]).toEqual([[stopped], []])
    const record = JSON.parse(await readFile(join(layout.runs, stopped, 'run.json'), 'utf8'))
    expect(record.steps.map((step: { state: string }) => step.state)).toEqual([
      'unchanged',
      'unchanged',
      'done',
    ])
  })

  it('is begun anew when one of its files is not as it was left', async () => {
    const [films] = await tables(layout)
    await appendFile(join(layout.curated, 'films', films ?? '', 'part-0.parquet'), 'x')
    const result = await run(layout)
    expect(result.run_id).not.toBe(stopped)
    await sameAsUndisturbed()
    expect(await tables(layout)).toEqual([`run_id=${result.run_id}`])
  })

  it.each([
    ['--force', { force: true }],
    ['other options', { n_rows: 1 }],
  ])('is not gone on with, and its tables are removed, with %s', async (_, options) => {
    const { run_id, reused } = await run(layout, options)
    expect(run_id > stopped).toBe(true)
    expect(reused.map((each) => each.step)).not.toContain('transform')
    expect(await tables(layout)).toEqual([`run_id=${run_id}`])
    expect((await listRuns(layout)).unpublished).toMatchObject([{ run_id: stopped, resumes_at: null }])
  })
})

it('a run that was cancelled leaves nothing to go on with: the lake is as it was before', async () => {
  const controller = new AbortController()
  const cancelled = run(layout, {
    signal: controller.signal,
    onStep: (key) => key === 'publish' && controller.abort(),
  })
  await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(await readdir(layout.tmp)).toEqual([])
  expect(await tables(layout)).toEqual([])
  expect((await listRuns(layout)).unpublished).toMatchObject([{ state: 'cancelled', resumes_at: null }])
})

it('killed just after it was published, its clean copies go with the next command', async () => {
  const { run_id } = await run(layout)
  const copy = join(layout.tmp, 'prepared', '0123456789abcdef')
  await mkdir(copy, { recursive: true })
  await writeFile(join(copy, 'done.json'), '{}')
  expect(await run(layout)).toMatchObject({ run_id, status: 'unchanged' })
  expect(await readdir(layout.tmp)).toEqual([])
})
