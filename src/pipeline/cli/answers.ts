import type { BalanceLine, Ingestion, RunResult, TableCounts } from '../api.ts'
import { bytes, count, plural, seconds, text } from './terminal/format.ts'
import { renderTable } from './terminal/table.ts'

/** What landed, file by file, then what failed and why. */
export function ingestionsText(ingestions: readonly Ingestion[]): string {
  const table = renderTable(
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
  return [table, ...ingestions.flatMap(failureLines)].join('\n')
}

function failureLines(ingestion: Ingestion): string[] {
  if (ingestion.status !== 'failed') return []
  const failure = `\n${ingestion.file}: ${ingestion.error ?? 'failed'}`
  return ingestion.hint ? [failure, `  hint: ${ingestion.hint}`] : [failure]
}

export function runText(run: RunResult): string {
  const head =
    run.status === 'unchanged'
      ? `Run ${run.run_id} is already published from these very files; --force runs again.`
      : `Published run ${run.run_id} in ${seconds(run.seconds)} (${bytes(run.peak_rss_bytes)} of memory).`
  return [head, tablesText(run.tables), '', balanceText(run.balance)].join('\n')
}

function tablesText(tables: TableCounts): string {
  return [
    plural(tables.films.rows, 'film'),
    plural(tables.reviews.rows, 'review'),
    `${count(tables.people.rows)} people`,
    plural(tables.rejects.rows, 'reject'),
  ].join(', ')
}

/** Rows in = rows out + rejected + merged, source by source. */
function balanceText(balance: readonly BalanceLine[]): string {
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

export const anyFailed = (ingestions: readonly Ingestion[]) =>
  ingestions.some((ingestion) => ingestion.status === 'failed')
