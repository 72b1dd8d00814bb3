import type { FailedRun, Result, RunSummary } from '../../../api.ts'
import { ask } from '../../context.ts'
import { EXIT } from '../../exit-code.ts'
import { bytes, count, seconds } from '../../terminal/format.ts'
import { renderTable } from '../../terminal/table.ts'
import type { Define } from '../../verb.ts'

export const defineList: Define = (runs, act) => {
  runs
    .command('list')
    .description('list them, the latest first')
    .action(
      act(async (context) => {
        const result = await ask(context, 'runs.list', {})
        const { problem } = result
        return {
          answer: { json: result, text: () => runsText(result) },
          ...(problem ? { failures: [problem], exitCode: EXIT.failed } : {}),
        }
      }),
    )
}

function runsText({ runs, unpublished }: Result<'runs.list'>): string {
  if (runs.length + unpublished.length === 0) return 'No run yet: `cine pipeline --from DIR` makes one.'
  const lines = [...runs.map(publishedLine), ...unpublished.map(unpublishedLine)]
  const column = (title: string, at: number) => ({ title, value: (line: string[]) => line[at] ?? '' })
  return renderTable(
    [
      column('run', 0),
      column('state', 1),
      column('when', 2),
      { ...column('films', 3), align: 'right' },
      { ...column('reviews', 4), align: 'right' },
      { ...column('size', 5), align: 'right' },
      { ...column('time', 6), align: 'right' },
    ],
    // A run id begins with its time.
    lines.toSorted(([one = ''], [other = '']) => (one < other ? 1 : -1)),
  )
}

function publishedLine(run: RunSummary): string[] {
  const { films, reviews } = run.tables
  const kept = run.pruned_at === null ? 'published' : 'pruned'
  const state = run.current ? 'current' : kept
  const part = run.n_rows === null ? '' : ` (first ${count(run.n_rows)} rows)`
  return [
    run.run_id,
    state + part,
    run.published_at,
    count(films.rows),
    count(reviews.rows),
    run.pruned_at === null ? bytes(run.bytes) : '',
    seconds(run.seconds),
  ]
}

function unpublishedLine(run: FailedRun): string[] {
  const why = run.error ? `${run.state}: ${run.error.code}` : run.state
  const next = run.resumes_at === null ? '' : ' (can go on)'
  return [run.run_id, why + next, run.started_at, '', '', '', seconds(run.seconds)]
}
