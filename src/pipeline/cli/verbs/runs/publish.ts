import type { PublishedRunResult } from '../../../api.ts'
import { ask } from '../../context.ts'
import { bytes, plural } from '../../terminal/format.ts'
import type { Define } from '../../verb.ts'

export const definePublish: Define = (runs, act) => {
  runs
    .command('publish')
    .description('publish an earlier run again, after reading all of its files')
    .argument('<run>', 'which one, such as `previous`')
    .action(
      act(async (context, _, [run = '']) => {
        const result = await ask(context, 'runs.publish', { run })
        return { answer: { json: result, text: () => publishedText(result) } }
      }),
    )
}

function publishedText({ run_id, status, previous_run_id, files, bytes: size }: PublishedRunResult): string {
  const read = `${plural(files, 'file')} read (${bytes(size)}), all as published.`
  if (status === 'unchanged') return `Run ${run_id} is the published one already. ${read}`
  const instead = previous_run_id && previous_run_id !== run_id ? ` in place of ${previous_run_id}` : ''
  return `Published run ${run_id} again${instead}. ${read}`
}
