import { Option } from 'commander'
import { runText } from '../answers.ts'
import { ask } from '../context.ts'
import { wholeNumber } from '../options.ts'
import { type RunOptions, runParams } from '../run-options.ts'
import type { Define } from '../verb.ts'

export const defineEtl: Define = (program, act) => {
  program
    .command('etl')
    .description('transform what has landed, and publish it')
    .addOption(new Option('--engine <engine>', 'what runs the transform').choices(['local']).default('local'))
    .option('--n-rows <n>', 'only the first N rows of each file (default: $N_ROWS, else all)', wholeNumber)
    .option('--force', 'run even when the same files are already published')
    .action(
      act<RunOptions>(async (context, options) => {
        const run = await ask(context, 'etl.run', runParams(options))
        return { answer: { json: run, text: () => runText(run) } }
      }),
    )
}
