import Papa from 'papaparse'

export type CsvValue = string | number | null

/** A text that a spreadsheet would run as a formula; numbers are not texts and keep their sign. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** A table as RFC 4180, with the mark that makes spreadsheets read UTF-8; numbers in full precision. */
export function toCsv(columns: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  const body = Papa.unparse(
    { fields: [...columns], data: rows.map((row) => [...row]) },
    { escapeFormulae: FORMULA, newline: '\r\n' },
  )
  return `\uFEFF${body}\r\n`
}
