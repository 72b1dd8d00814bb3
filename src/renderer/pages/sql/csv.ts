import Papa from 'papaparse'
import type { Result } from '../../../pipeline/api.ts'

/** The rows as CSV in full precision; text that a spreadsheet would take for a formula is made plain text. */
export function toCsv({ columns, rows }: Pick<Result<'sql.query'>, 'columns' | 'rows'>): string {
  const names = columns.map(({ name }) => name)
  const data = rows.map((row) => names.map((name) => field(row[name])))
  return Papa.unparse({ fields: names.map((name) => String(field(name))), data }, { newline: '\n' })
}

function field(value: unknown): string | number | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return value
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
}
