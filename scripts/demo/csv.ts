type Cell = string | number | null

/** A table as CSV (RFC 4180, but with single line feeds): unknown is an empty cell. */
export function csv(columns: readonly string[], rows: readonly Record<string, Cell>[]): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? null)).join(','))
  return [columns.join(','), ...lines, ''].join('\n')
}

function cell(value: Cell): string {
  const text = value === null ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
