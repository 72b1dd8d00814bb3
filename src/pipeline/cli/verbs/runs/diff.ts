import type { RunDiff, TableDiff } from '../../../api.ts'
import { ask } from '../../context.ts'
import { given, wholeNumber } from '../../options.ts'
import { count, plural } from '../../terminal/format.ts'
import { renderTable } from '../../terminal/table.ts'
import type { Define } from '../../verb.ts'

export const defineDiff: Define = (runs, act) => {
  runs
    .command('diff')
    .description('what changed from run A to run B: rows, columns, inputs')
    .argument('<a>', 'the one before, such as `previous`')
    .argument('[b]', 'the one after', 'current')
    .option('--samples <n>', 'how many rows of each kind to show (default: 5)', wholeNumber)
    .action(
      act<{ samples?: number }>(async (context, { samples }, [a = '', b = 'current']) => {
        const diff = await ask(context, 'runs.diff', { a, b, ...given({ samples }) })
        return { answer: { json: diff, text: () => diffText(diff) } }
      }),
    )
}

function diffText(diff: RunDiff): string {
  return [
    `From run ${diff.a} to run ${diff.b}${diff.same ? ': the same rows, with the same values.' : ''}`,
    ...causesText(diff),
    tablesText(diff.tables),
    ...diff.tables.flatMap(changesText),
    ...inputsText(diff),
  ].join('\n')
}

/** What the two were made from that is not the same. */
function causesText({ causes }: RunDiff): string[] {
  const { inputs, rules, layouts, options, contributions } = causes
  const named = (sources: readonly string[]) => (sources.length > 0 ? ` (${sources.join(', ')})` : '')
  const lines = [
    inputs.added > 0 && `${plural(inputs.added, 'file')} more${named(inputs.sources_added)}`,
    inputs.removed > 0 && `${plural(inputs.removed, 'file')} less${named(inputs.sources_removed)}`,
    rules === true && 'the rules of the transform are others',
    rules === null && 'whether the rules are others is not known: the older run did not note it',
    layouts && layouts.length > 0 && `the layout of ${layouts.join(', ')} is another`,
    ...options.map(({ option, a, b }) => `${option}: ${a ?? 'all'} → ${b ?? 'all'}`),
    contributions !== null &&
      contributions > 0 &&
      `${plural(contributions, 'line')} in the journal of contributions, which are laid over both alike`,
  ].filter((line) => typeof line === 'string')
  return lines.length > 0 ? ['What they were made from:', ...lines.map((line) => `  ${line}`)] : []
}

function tablesText(tables: readonly TableDiff[]): string {
  const right = (title: string, value: (table: TableDiff) => number) =>
    ({ title, value: (table: TableDiff) => count(value(table)), align: 'right' }) as const
  return renderTable(
    [
      { title: 'table', value: (table) => table.table },
      right('rows before', (table) => table.rows_a),
      right('rows after', (table) => table.rows_b),
      right('added', (table) => table.added),
      right('removed', (table) => table.removed),
      right('changed', (table) => table.changed),
    ],
    tables,
  )
}

function changesText({ table, schema, columns, samples }: TableDiff): string[] {
  const lines = [
    ...schema.map(
      ({ column, type_a, type_b }) => `  ${column}: ${type_a ?? 'absent'} → ${type_b ?? 'absent'}`,
    ),
    ...columns.map(({ column, changed }) => `  ${column}: ${plural(changed, 'value')} changed`),
    ...samples.added.map((key) => `  + ${keyText(key)}`),
    ...samples.removed.map((key) => `  - ${keyText(key)}`),
    ...samples.changed.flatMap(({ key, values }) => [
      `  ~ ${keyText(key)}`,
      ...values.map(({ column, a, b }) => `      ${column}: ${valueText(a)} → ${valueText(b)}`),
    ]),
  ]
  return lines.length > 0 ? ['', `${table}:`, ...lines] : []
}

const keyText = (key: Record<string, unknown>) => Object.values(key).map(String).join(' · ')

const LONGEST = 60

function valueText(value: unknown): string {
  const written = JSON.stringify(value)
  return written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written
}

function inputsText({ inputs }: RunDiff): string[] {
  const changed = inputs.filter((input) => input.in !== 'both')
  if (changed.length === 0) return ['', 'Both read the same files.']
  return ['', 'Files read:', ...changed.map((input) => `  ${input.in === 'a' ? '-' : '+'} ${input.path}`)]
}
