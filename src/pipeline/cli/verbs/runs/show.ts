import type { RunDetail } from '../../../api.ts'
import { balanceText, tablesText } from '../../answers.ts'
import { ask } from '../../context.ts'
import { EXIT } from '../../exit-code.ts'
import { bytes, count, plural, seconds, text } from '../../terminal/format.ts'
import { renderTable } from '../../terminal/table.ts'
import type { Define } from '../../verb.ts'
import { checksText } from '../quality.ts'

export const defineShow: Define = (runs, act) => {
  runs
    .command('show')
    .description('what a run read, did and published, and whether its files are whole')
    .argument('[run]', 'which one', 'current')
    .option('--verify', 'read every file, whatever its size and time of change say')
    .action(
      act<{ verify?: boolean }>(async (context, { verify = false }, [run = 'current']) => {
        const detail = await ask(context, 'runs.show', { run, verify })
        return {
          answer: { json: detail, text: () => runText(detail) },
          exitCode: detail.whole === false ? EXIT.failed : EXIT.done,
        }
      }),
    )
}

function runText(run: RunDetail): string {
  return [headText(run), ...resultText(run), '', filesText(run), '', checksText(run.checks)].join('\n')
}

function headText({ run_id, state, current, verb, started_at, error, steps, published }: RunDetail): string {
  const ended = published
    ? `published ${published.published_at}${published.republished_at ? `, again ${published.republished_at}` : ''}`
    : state
  const lines = [
    `Run ${run_id}: ${current ? 'current, ' : ''}${ended}`,
    `cine ${text(verb)}, started ${text(started_at)}`,
    ...(error ? [`${error.code}: ${error.message}`] : []),
    ...steps.map(
      (step) => `  ${step.key}: ${step.state}${step.seconds === null ? '' : `, ${seconds(step.seconds)}`}`,
    ),
  ]
  return lines.join('\n')
}

function resultText({ published }: RunDetail): string[] {
  if (!published) return []
  const inputs = published.inputs.map(({ path, rows }) => `  ${path} (${plural(rows, 'row')})`)
  return [tablesText(published.tables), 'read from:', ...inputs, '', balanceText(published.balance)]
}

function filesText({ files, whole, published }: RunDetail): string {
  if (files.length === 0)
    return published?.pruned_at ? `Its tables were removed ${published.pruned_at}.` : 'It has no tables.'
  const table = renderTable(
    [
      { title: 'file', value: (file) => file.path, width: 80 },
      { title: 'rows', value: (file) => count(file.rows), align: 'right' },
      { title: 'size', value: (file) => bytes(file.bytes), align: 'right' },
      { title: 'state', value: (file) => file.problem ?? file.state, width: 100 },
    ],
    files,
  )
  return whole
    ? table
    : `${table}\nIt is not whole: \`cine runs publish previous\` goes back to the run before, if its tables are kept; \`cine etl --force\` makes a new one from raw/.`
}
