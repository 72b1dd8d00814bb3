import { InvalidArgumentError, Option } from 'commander'
import { runText } from '../answers.ts'
import { ask } from '../context.ts'
import { given, wholeNumber } from '../options.ts'
import { type RunOptions, runParams } from '../run-options.ts'
import { sparkCommandText } from '../spark-text.ts'
import type { Define } from '../verb.ts'

interface SparkOptions extends RunOptions {
  rawBaseUri?: string
  curatedBaseUri?: string
  localMirror?: string
  sparkConf?: Record<string, string>
  deployMode?: 'client' | 'cluster'
  print?: boolean
}

export const defineSparkEtl: Define = (program, act) => {
  program
    .command('spark-etl')
    .description('transform what has landed with Spark, and publish it')
    .option(
      '--raw-base-uri <uri>',
      'where raw/ lies on HDFS (default: $HDFS_RAW, else /datalake/raw on YARN)',
    )
    .option('--curated-base-uri <uri>', 'where the tables go on HDFS (default: $HDFS_CURATED)')
    .option('--local-mirror <dir>', 'copy the tables into this folder as well')
    .option('--spark-conf <key=value>', 'a setting of Spark; repeat it for several', keyAndValue)
    .addOption(
      new Option('--deploy-mode <mode>', 'where the driver runs')
        .choices(['client', 'cluster'])
        .default('client'),
    )
    .option('--n-rows <n>', 'only the first N rows of each file (default: $N_ROWS, else all)', wholeNumber)
    .option('--force', 'run even when the same files are already published')
    .option('--print', 'write the plan, show the command of spark-submit, run nothing')
    .action(
      act<SparkOptions>(async (context, options) => {
        const params = {
          ...runParams(options),
          ...given({
            raw_base_uri: options.rawBaseUri,
            curated_base_uri: options.curatedBaseUri,
            local_mirror: options.localMirror,
            spark_conf: options.sparkConf,
            deploy_mode: options.deployMode,
          }),
        }
        if (options.print) {
          const command = await ask(context, 'spark.command', params)
          return { answer: { json: command, text: () => sparkCommandText(command) } }
        }
        const run = await ask(context, 'spark.etl', params)
        return { answer: { json: run, text: () => runText(run) } }
      }),
    )
}

export function keyAndValue(value: string, before: Record<string, string> = {}): Record<string, string> {
  const at = value.indexOf('=')
  if (at < 1) throw new InvalidArgumentError('It must be KEY=VALUE.')
  return { ...before, [value.slice(0, at)]: value.slice(at + 1) }
}
