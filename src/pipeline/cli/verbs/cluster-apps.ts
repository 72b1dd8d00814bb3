import { applicationsText, applicationText, purgeText } from '../cluster-apps-text.ts'
import { confirmed } from '../confirmed.ts'
import { ask } from '../context.ts'
import { given, wholeNumber } from '../options.ts'
import { bytes, plural } from '../terminal/format.ts'
import type { Define } from '../verb.ts'

/** The verbs of `cine cluster` on what YARN runs, and on what is left behind. */
export const defineApps: Define = (cluster, act) => {
  cluster
    .command('apps')
    .description('what YARN runs and ran, the latest first')
    .option('--open', 'only what is not over')
    .option('--limit <n>', 'at most this many (default: 50)', wholeNumber)
    .action(
      act<{ open?: boolean; limit?: number }>(async (context, { open, limit }) => {
        const result = await ask(context, 'cluster.applications', given({ open, limit }))
        return { answer: { json: result, text: () => applicationsText(result.applications) } }
      }),
    )
  cluster
    .command('app')
    .description('one application: its state, the cause of its failure, the end of its logs')
    .argument('<id>', 'application_…')
    .option('--lines <n>', 'of each log (default: 100)', wholeNumber)
    .action(
      act<{ lines?: number }>(async (context, { lines }, [id = '']) => {
        const detail = await ask(context, 'cluster.application', { id, ...given({ lines }) })
        return { answer: { json: detail, text: () => applicationText(detail) } }
      }),
    )
  cluster
    .command('kill')
    .description('end an application of YARN')
    .argument('<id>', 'application_…')
    .option('--yes', 'do not ask')
    .action(
      act<{ yes?: boolean }>(async (context, { yes }, [id = '']) => {
        await confirmed(context, yes, `${id} will be ended.`)
        const result = await ask(context, 'cluster.kill', { id })
        return { answer: { json: result, text: () => applicationsText([result.application]) } }
      }),
    )
  cluster
    .command('purge')
    .description('list what work that is over has left behind, and remove it')
    .option('--yes', 'remove it without asking')
    .action(
      act<{ yes?: boolean }>(async (context, { yes }) => {
        const list = await ask(context, 'cluster.purge', {})
        const interactive = !context.json && process.stdin.isTTY
        // Nobody can be asked: what there is is told, and stays.
        if (list.items.length === 0 || (!yes && !interactive)) {
          return { answer: { json: list, text: () => purgeText(list) } }
        }
        if (!yes) {
          process.stderr.write(`${purgeText(list)}\n\n`)
          const size = list.items.reduce((sum, item) => sum + item.bytes, 0)
          await confirmed(
            context,
            yes,
            `${plural(list.items.length, 'item')} (${bytes(size)}) will be removed.`,
          )
        }
        const result = await ask(context, 'cluster.purge', {
          remove: true,
          ids: list.items.map(({ id }) => id),
        })
        return {
          answer: { json: result, text: () => purgeText(result) },
          exitCode: result.failed.length > 0 ? 1 : 0,
          failures: result.failed.map(({ id, error }) => ({ message: `${id}: ${error}` })),
        }
      }),
    )
}
