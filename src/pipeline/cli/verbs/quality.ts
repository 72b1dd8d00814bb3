import type { AmbiguousPair, Check, Completeness, QualityReport } from '../../api.ts'
import { balanceText } from '../answers.ts'
import { ask } from '../context.ts'
import { EXIT } from '../exit-code.ts'
import { given, wholeNumber } from '../options.ts'
import { count, decimal, plural, text } from '../terminal/format.ts'
import { renderTable } from '../terminal/table.ts'
import type { Define } from '../verb.ts'

interface QualityOptions {
  run?: string
  reason?: string
  source?: string
  limit?: number
  offset?: number
}

export const defineQuality: Define = (program, act) => {
  program
    .command('quality')
    .description('how good a result is: balance, checks, gaps, matches, rejects')
    .option('--run <run>', 'of this run (default: current)')
    .option('--reason <code>', 'rejects of this reason only')
    .option('--source <source>', 'rejects of this source only')
    .option('--limit <n>', 'list at most this many rejects (default: 100)', wholeNumber)
    .option('--offset <n>', 'skip this many rejects', wholeNumber)
    .action(
      act<QualityOptions>(async (context, { run, reason, source, limit, offset }) => {
        const report = await ask(context, 'quality.get', given({ run, reason, source, limit, offset }))
        const failed = report.checks.some((check) => check.level === 'error')
        return {
          answer: { json: report, text: () => qualityText(report) },
          exitCode: failed ? EXIT.failed : EXIT.done,
        }
      }),
    )
}

function qualityText(report: QualityReport): string {
  return [
    `Run ${report.run_id}${report.compared_with ? `, against run ${report.compared_with}` : ''}`,
    balanceText(report.balance),
    checksText(report.checks),
    ...report.completeness.filter((table) => table.rows > 0).map(completenessText),
    matchingText(report.matching),
    rejectsText(report.rejects),
  ].join('\n\n')
}

export function checksText(checks: readonly Check[]): string {
  const noted = checks.filter((check) => check.level !== 'ok')
  const lines = noted.map(({ level, code, message }) => `  ${level} ${code}: ${message}`)
  const held = `${count(checks.length - noted.length)} of ${plural(checks.length, 'check')} hold.`
  return [held, ...lines].join('\n')
}

const percent = (share: number | null) => (share === null ? '–' : `${decimal(share * 100, 1)} %`)

function completenessText({ table, rows, columns }: Completeness): string {
  const head = `${table}: ${plural(rows, 'row')}`
  const lacking = columns.filter((column) => column.nulls > 0)
  if (lacking.length === 0) return `${head}, every value known`
  const rendered = renderTable(
    [
      { title: 'unknown in', value: (column) => column.column },
      { title: 'rows', value: (column) => count(column.nulls), align: 'right' },
      { title: 'share', value: (column) => percent(column.share), align: 'right' },
      { title: 'before', value: (column) => percent(column.previous_share), align: 'right' },
    ],
    lacking,
  )
  return `${head}\n${rendered}`
}

function matchingText({ methods, ambiguous }: QualityReport['matching']): string {
  const table = renderTable(
    [
      { title: 'matched by', value: (row) => text(row.method) },
      { title: 'films', value: (row) => count(row.films), align: 'right' },
      {
        title: 'mean score',
        value: (row) => (row.mean_score === null ? '–' : decimal(row.mean_score, 3)),
        align: 'right',
      },
    ],
    methods,
  )
  const pairs = `${plural(ambiguous.total, 'ambiguous pair')}${ambiguous.total > 0 ? ', not matched' : ''}`
  return [table, pairs, ...ambiguous.rows.map(pairText)].join('\n')
}

function pairText(pair: AmbiguousPair): string {
  const named = (title: string | null, year: number | null, id: string) =>
    `${text(title)} (${year ?? '–'}) [${id}]`
  const settled = pair.decision && (pair.decision.same ? 'settled: one film' : 'settled: two films')
  return [
    `  ${pair.source}`,
    named(pair.title, pair.year, pair.film),
    named(pair.candidate_title, pair.candidate_year, pair.candidate),
    decimal(pair.score, 3),
    settled ?? pair.reason,
  ].join(' · ')
}

function rejectsText({ by_reason, total, rows }: QualityReport['rejects']): string {
  if (by_reason.length === 0) return 'No row was rejected.'
  const reasons = renderTable(
    [
      { title: 'source', value: (row) => row.source },
      { title: 'reason', value: (row) => row.reason },
      { title: 'rejected', value: (row) => count(row.rows), align: 'right' },
    ],
    by_reason,
  )
  const list = renderTable(
    [
      { title: 'file', value: (row) => row.path },
      { title: 'line', value: (row) => count(row.line), align: 'right' },
      { title: 'reason', value: (row) => row.reason },
      { title: 'text', value: (row) => text(row.raw), width: 80 },
    ],
    rows,
  )
  return `${reasons}\n\n${count(rows.length)} of ${plural(total, 'reject')}\n${list}`
}
