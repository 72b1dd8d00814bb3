import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sparkLauncher } from '../../src/pipeline/cluster/index.ts'
import { runSpark } from '../../src/pipeline/engines/index.ts'
import { listFolder } from '../../src/pipeline/ingest/index.ts'
import { lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { withWriterLock } from '../../src/pipeline/lake/lock.ts'
import { type Manifest, readCurrent, tableFiles } from '../../src/pipeline/lake/manifest.ts'
import { TABLE_NAMES } from '../../src/pipeline/lake/schema.ts'
import { compareTables } from '../helpers/compare-tables.ts'
import { land, run } from '../helpers/run.ts'
import { sharedData } from '../helpers/shared-data.ts'
import { localSpark } from '../helpers/spark.ts'

/** The folder of a Spark 3.5, such as `site-packages/pyspark` after `pip install 'pyspark==3.5.*'`. */
const home = process.env.CINE_TEST_SPARK35_HOME
const folders = { clapper: sharedData('clapper'), demo: join(import.meta.dirname, '../../resources/demo') }

test.skipIf(!home).each(Object.entries(folders))(
  '%s on Spark 3.5: the same tables, every column of every row',
  {
    timeout: 900_000,
  },
  async (_, folder) => {
    const launcher = await sparkLauncher({ onCluster: false }, { ...process.env, SPARK_HOME: home })
    expect(launcher.version).toMatch(/^3\.5\./)
    const layout = lakeLayout(await mkdtemp(join(tmpdir(), 'cine-spark35-')))
    onTestFinished(() => rm(layout.root, { recursive: true, force: true }))
    await land(layout, await listFolder(folder))
    await run(layout)
    const before = (await readCurrent(layout)) as Manifest
    const spark = await localSpark()
    const { signal } = new AbortController()
    const onStep = () => {}
    const result = await withWriterLock(layout, 'spark-etl', () =>
      runSpark(layout, { ...spark, launcher, verb: 'spark-etl', force: true, signal, onStep }),
    )
    expect(result).toMatchObject({ status: 'published', engine: 'spark', balance: before.balance })
    const after = (await readCurrent(layout, { full: true })) as Manifest
    for (const table of TABLE_NAMES) {
      const files = (manifest: Manifest) => tableFiles(layout, manifest, table)
      expect((await compareTables(table, files(before), files(after))).differences).toEqual([])
      expect(after.tables[table].rows).toBe(before.tables[table].rows)
    }
  },
)
