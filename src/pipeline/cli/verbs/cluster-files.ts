import { listingText, pullText, pushText } from '../cluster-text.ts'
import { confirmed } from '../confirmed.ts'
import { ask } from '../context.ts'
import { given, wholeNumber } from '../options.ts'
import type { Define } from '../verb.ts'

/** The verbs of `cine cluster` on the files of HDFS. */
export const defineFiles: Define = (cluster, act) => {
  cluster
    .command('push')
    .description('send what raw/ holds to HDFS: only what is missing there, or different')
    .action(
      act(async (context) => {
        const result = await ask(context, 'cluster.push', {})
        return { answer: { json: result, text: () => pushText(result) } }
      }),
    )
  cluster
    .command('ls')
    .description('what a folder of HDFS holds')
    .argument('[path]', 'the folder (default: /datalake)')
    .option('--limit <n>', 'at most this many entries (default: 1000)', wholeNumber)
    .action(
      act<{ limit?: number }>(async (context, { limit }, [path]) => {
        const listing = await ask(context, 'cluster.browse', given({ path, limit }))
        return { answer: { json: listing, text: () => listingText(listing) } }
      }),
    )
  cluster
    .command('get')
    .description('bring a file or a folder of HDFS here')
    .argument('<path>', 'what, in HDFS')
    .argument('[folder]', 'into which folder (default: this one)')
    .action(
      act(async (context, _, [path = '', to = '.']) => {
        const result = await ask(context, 'cluster.pull', { path, to })
        return { answer: { json: result, text: () => pullText(result) } }
      }),
    )
  cluster
    .command('rm')
    .description('remove a file or a folder of the lake from HDFS')
    .argument('<path>', 'what, inside the folders of the lake')
    .option('--recursive', 'a folder with all it holds')
    .option('--yes', 'do not ask')
    .action(
      act<{ recursive?: boolean; yes?: boolean }>(async (context, { recursive, yes }, [path = '']) => {
        await confirmed(context, yes, `Removing ${path} from HDFS cannot be undone.`)
        const result = await ask(context, 'cluster.remove', {
          path,
          confirmed: true,
          ...given({ recursive }),
        })
        return { answer: { json: result, text: () => `Removed ${result.removed}.` } }
      }),
    )
}
