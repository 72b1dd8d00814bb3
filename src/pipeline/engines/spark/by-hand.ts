import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { SparkCommand } from '../../api.ts'
import { openDuck } from '../../duck/index.ts'
import type { LakeLayout } from '../../lake/layout.ts'
import { sourcesOf } from '../../sources/index.ts'
import { inputsOf, prepareInputs } from '../local/inputs.ts'
import { usedSources } from '../local/run-local.ts'
import { hdfsPlace, localPlace } from './place.ts'
import { type SparkRunOptions, submission, writePlan } from './run-spark.ts'
import { submitCommand } from './submit.ts'

/** Not a run's: it is there until somebody removes it. */
const RUN_ID = 'by-hand'

/**
 * The exact command of a run, with its plan and its inputs where Spark finds them; the tables it would write are
 * published by nobody. Needs the writer's lock.
 */
export async function sparkByHand(
  layout: LakeLayout,
  options: Pick<SparkRunOptions, 'launcher' | 'master' | 'deploy_mode' | 'conf' | 'hdfs' | 'signal'> & {
    n_rows: number | undefined
  },
): Promise<SparkCommand> {
  const known = await sourcesOf(layout)
  const landed = await inputsOf(layout, known)
  const specs = usedSources(known, landed)
  const work = join(layout.tmp, 'spark-by-hand')
  await mkdir(work, { recursive: true })
  const duck = await openDuck({ threads: 1 })
  try {
    const { signal, n_rows } = options
    const prepared = await prepareInputs(duck, layout, landed, { specs, n_rows, signal, onFile: () => {} })
    await prepared.noted
    const run = { layout, run_id: RUN_ID, work, signal }
    const place = options.hdfs ? hdfsPlace(run, options.hdfs) : localPlace(run)
    const plan = await writePlan(run, place, prepared.inputs, specs)
    return {
      command: submitCommand(submission(options, prepared.inputs), [plan]),
      environment: options.launcher.env,
      plan,
      outputs: Object.fromEntries(['films', 'reviews', 'people'].map((name) => [name, place.output(name)])),
    }
  } finally {
    duck.close()
  }
}
