import type { BalanceLine, Ingestion, RunResult, TableCounts } from '../api.ts'
import { EXIT } from './exit-code.ts'
import { bytes, count, plural, seconds, text } from './terminal/format.ts'
import { renderTable } from './terminal/table.ts'
import type { Outcome } from './verb.ts'

/** What landed, file by file. */
export function ingestionsText(ingestions: readonly Ingestion[]): string {
  return renderTable(
    [
      { title: 'file', value: (row) => row.file },
      { title: 'source', value: (row) => text(row.source) },
      { title: 'status', value: (row) => row.status },
      { title: 'rows', value: (row) => count(row.rows), align: 'right' },
      { title: 'columns', value: (row) => count(row.columns), align: 'right' },
      { title: 'size', value: (row) => bytes(row.bytes), align: 'right' },
    ],
    ingestions,
  )
}

/** The exit code and the errors of files that failed: the others have landed all the same. */
export function ingestionsOutcome(ingestions: readonly Ingestion[]): Pick<Outcome, 'exitCode' | 'failures'> {
  const failed = ingestions.filter((ingestion) => ingestion.status === 'failed')
  return {
    exitCode: failed.length > 0 ? EXIT.failed : EXIT.done,
    failures: failed.map(({ file, error, hint }) => ({
      message: error?.includes(file) ? error : `${file}: ${error ?? 'failed'}`,
      ...(hint ? { hint } : {}),
    })),
  }
}

export function runText(run: RunResult): string {
  const head =
    run.status === 'unchanged'
      ? `Run ${run.run_id} is already published from these very files; --force runs again.`
      : `Published run ${run.run_id} in ${seconds(run.seconds)} (${bytes(run.peak_rss_bytes)} of memory).`
  const notes = [...run.reused.map(reusedText), ...run.warnings.map(({ message }) => `Warning: ${message}`)]
  return [head, ...notes, tablesText(run.tables), '', balanceText(run.balance)].join('\n')
}

/** What a run that had stopped before had done already. */
function reusedText({ step, files }: RunResult['reused'][number]): string {
  return `Not done again: ${step}${files.length > 0 ? ` of ${files.join(', ')}` : ''}.`
}

export function tablesText(tables: TableCounts): string {
  return [
    plural(tables.films.rows, 'film'),
    plural(tables.reviews.rows, 'review'),
    `${count(tables.people.rows)} people`,
    plural(tables.rejects.rows, 'reject'),
  ].join(', ')
}

/** Rows in = rows out + rejected + merged, source by source. */
export function balanceText(balance: readonly BalanceLine[]): string {
  return renderTable(
    [
      { title: 'source', value: (row) => row.source },
      { title: 'rows in', value: (row) => count(row.rows_in), align: 'right' },
      { title: 'rows out', value: (row) => count(row.rows_out), align: 'right' },
      { title: 'rejected', value: (row) => count(row.rejected), align: 'right' },
      { title: 'merged', value: (row) => count(row.merged), align: 'right' },
    ],
    balance,
  )
}
