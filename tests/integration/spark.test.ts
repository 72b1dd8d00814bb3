import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generate } from '../../bench/generate/generate.ts'
import { listProcesses } from '../../src/pipeline/cluster/processes/list.ts'
import { list, openDuck } from '../../src/pipeline/duck/index.ts'
import { runSpark, type SparkRunOptions, sparkByHand } from '../../src/pipeline/engines/index.ts'
import { sparkConf } from '../../src/pipeline/engines/spark/conf.ts'
import { submitJob } from '../../src/pipeline/engines/spark/submit.ts'
import { listFolder } from '../../src/pipeline/ingest/index.ts'
import { type LakeLayout, lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { withWriterLock } from '../../src/pipeline/lake/lock.ts'
import { type Manifest, readCurrent, tableFiles } from '../../src/pipeline/lake/manifest.ts'
import { TABLE_NAMES } from '../../src/pipeline/lake/schema.ts'
import { SOURCES, sourceById } from '../../src/pipeline/sources/index.ts'
import { compareTables } from '../helpers/compare-tables.ts'
import { tableOf } from '../helpers/odd-values.ts'
import { land, run } from '../helpers/run.ts'
import { sharedData } from '../helpers/shared-data.ts'
import { localSpark, sparkSkipReason } from '../helpers/spark.ts'

const reason = sparkSkipReason()
const signal = new AbortController().signal
/** `CINE_TEST_SPARK_REVIEWS=200000` for the full size; the rest is made in proportion. */
const REVIEWS = Number(process.env.CINE_TEST_SPARK_REVIEWS ?? 4000)
/** A Spark takes its time to start and to make its plans, whatever the data; more when the machine is shared. */
const PATIENCE_MS = 900_000

/**
 * Both engines give the same tables: every column of every row. The rules stand once, in `src/pipeline/transform`;
 * each engine has its own way to write them.
 */
describe.skipIf(reason)(`Spark, by hand${reason ? ` (${reason})` : ''}`, { timeout: PATIENCE_MS }, () => {
  let root = ''
  const lakes: Record<string, LakeLayout> = {}
  const published: Record<string, Manifest> = {}
  /** What Spark wrote, by lake and table, in one session for all. */
  const outputs: Record<string, Record<string, string>> = {}

  beforeAll(async () => {
    if (reason) return
    root = await mkdtemp(join(tmpdir(), 'cine-spark-'))
    const generated = join(root, 'files')
    await generate({ folder: generated, films: REVIEWS / 5, reviews: REVIEWS, omdb: REVIEWS / 5, seed: 11 })
    const folders = {
      clapper: sharedData('clapper'),
      demo: join(import.meta.dirname, '../../resources/demo'),
      generated,
      odd: await oddFiles(join(root, 'odd-files')),
    }
    const plans: string[] = []
    const spark = await localSpark()
    for (const [name, folder] of Object.entries(folders)) {
      const layout = lakeLayout(join(root, name))
      lakes[name] = layout
      await land(layout, await listFolder(folder))
      published[name] = await publishedBy(layout)
      const byHand = await withWriterLock(layout, 'test', () =>
        sparkByHand(layout, { ...spark, n_rows: undefined, signal }),
      )
      plans.push(byHand.plan)
      outputs[name] = byHand.outputs
    }
    const { program, env } = spark.launcher
    const submit = { ...spark, program, env, conf: sparkConf(REVIEWS * 500, spark.master) }
    await submitJob(submit, plans, { signal, onMessage: () => {}, onLog: () => {} })
  }, PATIENCE_MS)
  afterAll(async () => {
    if (root) await rm(root, { recursive: true, force: true })
  })

  test.each(['clapper', 'demo', 'generated', 'odd'])(
    '%s: the same films, reviews and people',
    async (name) => {
      const manifest = published[name] as Manifest
      for (const table of ['films', 'reviews', 'people'] as const) {
        const local = tableFiles(lakes[name] as LakeLayout, manifest, table)
        const compared = await compareTables(table, local, await written(outputs[name]?.[table] ?? ''))
        expect(compared.differences).toEqual([])
        expect(compared.rows).toBe(manifest.tables[table].rows)
        expect(compared.rows).toBeGreaterThan(0)
      }
      const { runs, tmp } = lakes[name] as LakeLayout
      const notes = await written(join(tmp, 'spark-by-hand', 'told_by'))
      expect(await differentRows([join(runs, manifest.run_id, 'told_by.parquet')], notes)).toEqual([])
    },
  )
})

describe.skipIf(reason)(`cine spark-etl${reason ? ` (${reason})` : ''}`, { timeout: PATIENCE_MS }, () => {
  let layout: LakeLayout
  let before: Manifest
  /** A run on Spark; `said`: each message of its steps as it comes. */
  const onSpark = async (
    options: Partial<SparkRunOptions> = {},
    said: (message: string) => void = () => {},
  ) => {
    const spark = await localSpark()
    return withWriterLock(layout, 'spark-etl', () =>
      runSpark(layout, {
        ...spark,
        verb: 'spark-etl',
        force: false,
        signal,
        onStep: (_, { message }) => {
          if (message) said(message)
        },
        ...options,
      }),
    )
  }

  beforeAll(async () => {
    layout = lakeLayout(await mkdtemp(join(tmpdir(), 'cine-spark-')))
    await land(layout, await listFolder(sharedData('stefanoleone')))
    before = await publishedBy(layout)
  })
  afterAll(() => rm(layout.root, { recursive: true, force: true }))

  test('a job that cannot start is told with its cause, and leaves the lake as it was', async () => {
    const { launcher } = await localSpark()
    const error = await onSpark({
      launcher: { ...launcher, env: { ...launcher.env, JAVA_HOME: '/nowhere' } },
    }).catch((thrown) => thrown)
    expect(error).toMatchObject({ code: 'JAVA_MISSING', hint: expect.stringContaining('JAVA_HOME') })
    expect((await readCurrent(layout, { full: true }))?.run_id).toBe(before.run_id)
  })

  test('cancelled while Spark starts, nothing runs on and nothing is left', async () => {
    const stop = new AbortController()
    const error = await onSpark({
      signal: stop.signal,
      onLog: () => stop.abort(),
    }).catch((thrown) => thrown)
    expect(error).toMatchObject({ code: 'CANCELLED' })
    expect((await readCurrent(layout, { full: true }))?.run_id).toBe(before.run_id)
    const running = await listProcesses()
    expect(running.filter(({ args }) => args.some((word) => word.includes(`${layout.root}/`)))).toEqual([])
    expect(await readdir(join(layout.curated, 'films'))).toEqual([`run_id=${before.run_id}`])
  })

  test('stefanoleone: the same tables, rejects and balance, published as any run', async () => {
    const steps: string[] = []
    const result = await onSpark({}, (message) => steps.push(message))
    expect(result).toMatchObject({ status: 'published', engine: 'spark', balance: before.balance })
    expect(result.application_id).toMatch(/^local-/)
    expect(steps).toContain('core_films')

    const after = (await readCurrent(layout, { full: true })) as Manifest
    expect(after.run_id).toBe(result.run_id)
    expect(after.inputs).toEqual(before.inputs)
    for (const table of TABLE_NAMES) {
      const compared = await compareTables(
        table,
        tableFiles(layout, before, table),
        tableFiles(layout, after, table),
      )
      expect(compared.differences).toEqual([])
      expect(after.tables[table].rows).toBe(before.tables[table].rows)
      expect(after.tables[table].nulls).toEqual(before.tables[table].nulls)
    }
    expect(before.tables.rejects.rows).toBeGreaterThan(0)

    const again = await onSpark()
    expect(again).toMatchObject({ status: 'unchanged', run_id: result.run_id, application_id: null })
  })
})

async function publishedBy(layout: LakeLayout): Promise<Manifest> {
  await run(layout)
  return (await readCurrent(layout)) as Manifest
}

/** Rows that are in one of two sets of Parquet files only. */
async function differentRows(one: readonly string[], other: readonly string[]): Promise<unknown[]> {
  const duck = await openDuck({ threads: 2 })
  const rows = (files: string) => `SELECT * FROM read_parquet(${files}, hive_partitioning = false)`
  const only = (first: string, second: string) => `(${rows(first)} EXCEPT ALL ${rows(second)})`
  try {
    return await duck.query(`${only('$1', '$2')} UNION ALL ${only('$2', '$1')} LIMIT 20`, [
      list(one),
      list(other),
    ])
  } finally {
    duck.close()
  }
}

/** Tables of the three core sources with odd values in all of their columns. */
async function oddFiles(folder: string): Promise<string> {
  await mkdir(folder)
  for (const id of ['rt_movies', 'rt_reviews', 'imdb_kaggle'])
    await writeFile(join(folder, `${id}.csv`), tableOf(sourceById(id, SOURCES)))
  return folder
}

/** The Parquet files of a folder that an address names. */
async function written(uri: string): Promise<string[]> {
  const folder = uri.replace(/^file:\/\//, '')
  const names = await readdir(folder)
  return names.filter((name) => name.endsWith('.parquet')).map((name) => join(folder, name))
}
