import { ingestionsOutcome, ingestionsText } from '../answers.ts'
import { ask } from '../context.ts'
import { fileArgument } from '../file-arguments.ts'
import { given } from '../options.ts'
import type { Define } from '../verb.ts'

export const defineIngest: Define = (program, act) => {
  program
    .command('ingest')
    .description('land files in the lake, each recognised by its header')
    .argument('[files...]', 'SOURCE=PATH, or PATH to have the source recognised')
    .option('--from <dir>', 'every file of this folder')
    .action(
      act<{ from?: string }>(async (context, { from }, args) => {
        const files = args.map(fileArgument)
        const result = await ask(context, 'ingest.run', { files, ...given({ from }) })
        return {
          answer: { json: result, text: () => ingestionsText(result.ingestions) },
          ...ingestionsOutcome(result.ingestions),
        }
      }),
    )
}
