import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { SparkCommand } from '../../api.ts'
import type { RunOnHdfs } from '../../cluster/index.ts'
import { openDuck } from '../../duck/index.ts'
import type { LakeLayout } from '../../lake/layout.ts'
import { tableFolder } from '../../lake/run-folders.ts'
import { TABLE_NAMES } from '../../lake/schema.ts'
import { prepareInputs } from '../local/inputs.ts'
import { writeTable } from '../local/write-tables.ts'
import { landedIn } from '../over-landed.ts'
import { hdfsPlace, localPlace } from './place.ts'
import { type SparkRunOptions, submission, writePlan } from './run-spark.ts'
import { submitCommand } from './submit.ts'

const RUN_ID = 'by-hand'
/** A temporary folder by its name, which `cluster purge` knows. */
const ON_HDFS = '/tmp/cine-by-hand/curated'

/**
 * The exact command of a run, with its plan, its inputs and its rejects where Spark's tables will be; what it writes
 * lies apart from the tables of runs, and is published by nobody. Needs the writer's lock.
 */
export async function sparkByHand(
  layout: LakeLayout,
  options: Pick<SparkRunOptions, 'launcher' | 'master' | 'deploy_mode' | 'conf' | 'hdfs' | 'signal'> & {
    n_rows: number | undefined
  },
): Promise<SparkCommand> {
  const landed = await landedIn(layout)
  const { files, specs } = landed
  const work = join(layout.tmp, 'spark-by-hand')
  await mkdir(work, { recursive: true })
  const duck = await openDuck({ threads: 1 })
  try {
    const { signal, n_rows } = options
    const prepared = await prepareInputs(duck, layout, files, { specs, n_rows, signal, onFile: () => {} })
    await prepared.noted
    const run = { layout: { ...layout, curated: join(work, 'curated') }, run_id: RUN_ID, work, signal }
    const place = options.hdfs ? hdfsPlace(run, apart(options.hdfs)) : localPlace(run)
    for (const table of TABLE_NAMES)
      await rm(tableFolder(run.layout, table, RUN_ID), { recursive: true, force: true })
    await mkdir(join(run.layout.curated, 'rejects'), { recursive: true })
    await writeTable(duck, run.layout, RUN_ID, 'rejects', signal)
    await place.keep('rejects')
    const plan = await writePlan(options, place, prepared.inputs, landed)
    return {
      command: submitCommand(submission(options, prepared.inputs), [plan]),
      environment: options.launcher.env,
      plan,
      outputs: Object.fromEntries(TABLE_NAMES.map((table) => [table, place.output(table)])),
    }
  } finally {
    duck.close()
  }
}

/** Beside the tables that are published, readers of the folder would take it for one of them. */
function apart(hdfs: RunOnHdfs): RunOnHdfs {
  return { ...hdfs, curated: { ...hdfs.curated, path: ON_HDFS, uri: hdfs.uri(ON_HDFS) } }
}
