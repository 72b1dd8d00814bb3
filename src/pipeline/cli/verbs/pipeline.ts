import { ingestionsOutcome, ingestionsText, runText } from '../answers.ts'
import { ask } from '../context.ts'
import { type KaggleOptions, kaggleOption, kaggleParams } from '../kaggle-option.ts'
import { given } from '../options.ts'
import { type RunOptions, runParams } from '../run-options.ts'
import type { Define } from '../verb.ts'

interface PipelineOptions extends RunOptions, KaggleOptions {
  from?: string
}

export const definePipeline: Define = (program, act) => {
  program
    .command('pipeline')
    .description('ingest, then etl')
    .option('--from <dir>', 'every file of this folder (default: what has landed already)')
    .addOption(kaggleOption())
    .option('--force', 'run even when the same files are already published')
    .action(
      act<PipelineOptions>(async (context, options) => {
        const params = {
          ...given({ from: options.from }),
          ...kaggleParams(options.kaggle),
          ...runParams(options),
        }
        const result = await ask(context, 'pipeline.run', params)
        const landed = result.ingestions.length > 0 ? [ingestionsText(result.ingestions), ''] : []
        return {
          answer: { json: result, text: () => [...landed, runText(result.run)].join('\n') },
          ...ingestionsOutcome(result.ingestions),
        }
      }),
    )
}
