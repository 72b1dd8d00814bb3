import { safeText } from './safe-text.ts'

export interface TableColumn<Row> {
  title: string
  value: (row: Row) => string
  align?: 'right'
  /** Longer cells are cut. */
  width?: number
}

/** An aligned table, with a rule under its titles; only the titles when there are no rows. */
export function renderTable<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): string {
  const cells = rows.map((row) =>
    columns.map((column) => cut(safeText(column.value(row)).trim(), column.width ?? 60)),
  )
  const widths = columns.map((column, index) =>
    Math.max(length(column.title), ...cells.map((line) => length(line[index] ?? ''))),
  )
  const line = (values: readonly string[]) =>
    columns
      .map((column, index) => pad(values[index] ?? '', widths[index] ?? 0, column.align))
      .join('  ')
      .trimEnd()
  return [
    line(columns.map((column) => column.title)),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...cells.map(line),
  ].join('\n')
}

/** In characters as they are read, not in code units. */
function length(value: string): number {
  return [...value.normalize('NFC')].length
}

function cut(value: string, width: number): string {
  return length(value) <= width ? value : `${[...value].slice(0, width - 1).join('')}…`
}

function pad(value: string, width: number, align: 'right' | undefined): string {
  const blank = ' '.repeat(Math.max(0, width - length(value)))
  return align === 'right' ? blank + value : value + blank
}
