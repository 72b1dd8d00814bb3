import { valueText } from '../../../components/value-text.ts'

type Row = Record<string, unknown>

export interface AmbiguousTable {
  columns: string[]
  rows: string[][]
}

/** What the run noted of the pairs, whatever its columns are: those that any row has, in their order. */
export function ambiguousTable(rows: readonly Row[]): AmbiguousTable {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return { columns, rows: rows.map((row) => columns.map((column) => valueText(row[column]))) }
}
