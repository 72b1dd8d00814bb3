import { ingestionsOutcome, ingestionsText } from '../answers.ts'
import { ask } from '../context.ts'
import { fileArgument } from '../file-arguments.ts'
import { type KaggleOptions, kaggleOption, kaggleParams } from '../kaggle-option.ts'
import { given } from '../options.ts'
import type { Define } from '../verb.ts'

interface IngestOptions extends KaggleOptions {
  from?: string
}

export const defineIngest: Define = (program, act) => {
  program
    .command('ingest')
    .description('land files in the lake, each recognised by its header')
    .argument('[files...]', 'SOURCE=PATH, or PATH to have the source recognised')
    .option('--from <dir>', 'every file of this folder')
    .addOption(kaggleOption())
    .action(
      act<IngestOptions>(async (context, { from, kaggle }, args) => {
        const files = args.map(fileArgument)
        const result = await ask(context, 'ingest.run', {
          files,
          ...given({ from }),
          ...kaggleParams(kaggle),
        })
        return {
          answer: { json: result, text: () => ingestionsText(result.ingestions) },
          ...ingestionsOutcome(result.ingestions),
        }
      }),
    )
}
