import type { Params, PipelineResult } from '../../api.ts'
import { CineError, isCancelled } from '../../errors.ts'
import { ingestionsOutcome, ingestionsText, runText } from '../answers.ts'
import { confirmed } from '../confirmed.ts'
import { ask, type Context } from '../context.ts'
import { given, wholeNumber } from '../options.ts'
import { type RunOptions, runParams } from '../run-options.ts'
import type { Define } from '../verb.ts'
import { hasDisplay } from '../window/display.ts'
import { keyAndValue } from './spark-etl.ts'

interface SparkPipelineOptions extends RunOptions {
  from?: string
  orLocal?: boolean
  sparkConf?: Record<string, string>
  safeModeSeconds?: number
  /** False with `--no-dashboard`. */
  dashboard: boolean
}

export const defineSparkPipeline: Define = (program, act) => {
  program
    .command('spark-pipeline')
    .description('start HDFS and YARN, ingest, send, transform with Spark, bring back, publish')
    .option('--from <dir>', 'every file of this folder (default: what has landed already)')
    .option('--force', 'run even when the same files are already published')
    .option('--spark-conf <key=value>', 'a setting of Spark, over those chosen (repeatable)', keyAndValue)
    .option('--safe-mode-seconds <n>', 'how long to wait for safe mode to end (default: 120)', wholeNumber)
    .option('--or-local', 'without a cluster that works, use the local engine and do not ask')
    .option('--no-dashboard', 'do not open the studio afterwards')
    .action(
      act<SparkPipelineOptions>(async (context, options) => {
        const files = { ...given({ from: options.from }), ...runParams(options) }
        const cluster = given({ spark_conf: options.sparkConf, safe_mode_seconds: options.safeModeSeconds })
        const { ingestions, run, application_id } = await onCluster(context, files, cluster, options.orLocal)
        const landed = ingestions.length > 0 ? [ingestionsText(ingestions), ''] : []
        const window = options.dashboard && !context.json && hasDisplay()
        const application = application_id ? [`Application: ${application_id}`] : []
        return {
          answer: {
            json: { ingestions, run, application_id },
            text: () => [...landed, runText(run), ...application].join('\n'),
          },
          ...ingestionsOutcome(ingestions),
          ...(window ? { after: () => openWindow(context) } : {}),
        }
      }),
    )
}

/** On the cluster; when it cannot be used, on the local engine once that is agreed to. */
async function onCluster(
  context: Context,
  files: Params<'pipeline.run'>,
  cluster: Params<'spark.pipeline'>,
  orLocal: boolean | undefined,
): Promise<PipelineResult & { application_id: string | null }> {
  try {
    return await ask(context, 'spark.pipeline', { ...files, ...cluster })
  } catch (error) {
    if (!(error instanceof CineError) || isCancelled(error) || error.details.offer !== 'local') throw error
    await agreed(context, error, orLocal)
    context.log.write('warn', 'The local engine is used: its tables are the same.')
    return { ...(await ask(context, 'pipeline.run', files)), application_id: null }
  }
}

/** Where nobody can be asked, the error itself is thrown, with what to do. */
async function agreed(context: Context, error: CineError, orLocal: boolean | undefined): Promise<void> {
  context.log.write('warn', `${error.message} (${error.code})`)
  if (orLocal) return
  if (context.json || !process.stdin.isTTY) {
    throw new CineError(error.code, error.message, {
      hint: `${error.hint ?? ''} The local engine gives the same tables: --or-local, or cine pipeline.`.trim(),
      details: error.details,
      cause: error,
    })
  }
  if (error.hint) process.stderr.write(`${error.hint}\n`)
  await confirmed(context, false, 'The cluster cannot be used. The local engine gives the same tables.')
}

async function openWindow(context: Context): Promise<number> {
  const { openStudio } = await import('../window/studio.ts')
  return openStudio(context, {}, async ({ url }) => {
    process.stderr.write(`The studio is at ${url}\n`)
  })
}
