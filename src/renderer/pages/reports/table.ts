import type { CsvValue } from '../../charts/export/csv.ts'

export interface TableColumn<Row> {
  /** The name in the contract, which is the one in the CSV: the same in every language. */
  key: string
  label: string
  value(row: Row): CsvValue
  /** On screen; the value itself when left out. */
  text?: (row: Row) => string
  isNumber?: boolean
}

/** A column of figures, each written by `write`; an unknown one is null. */
export function numberColumn<Key extends string>(
  key: Key,
  label: string,
  write: (value: number | null) => string,
): TableColumn<Record<Key, number | null>> {
  return { key, label, value: (row) => row[key], text: (row) => write(row[key]), isNumber: true }
}

export interface DataTable {
  id: string
  title: string
  columns: { key: string; label: string; isNumber: boolean }[]
  rows: { values: CsvValue[]; texts: string[]; film: string | null }[]
}

/** The numbers behind a chart, for people and for a CSV. */
export function dataTable<Row>(
  id: string,
  title: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  film: (row: Row) => string | null = () => null,
): DataTable {
  return {
    id,
    title,
    columns: columns.map(({ key, label, isNumber = false }) => ({ key, label, isNumber })),
    rows: rows.map((row) => ({
      values: columns.map((column) => column.value(row)),
      texts: columns.map((column) => column.text?.(row) ?? String(column.value(row) ?? '—')),
      film: film(row),
    })),
  }
}
