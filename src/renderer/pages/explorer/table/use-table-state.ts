import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  type Updater,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { Sort } from './sort.ts'
import type { TableColumn } from './types.ts'

/** Rows are the engine's to sort and to page: the table library keeps the columns. */
const features = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  columnSizingFeature,
  columnResizingFeature,
})
const helper = createColumnHelper<typeof features, object>()
const NO_ROWS: object[] = []
const MIN_WIDTH = 64

export interface ColumnsState {
  sort: Sort | null
  visibility: Record<string, boolean>
  sizing: Record<string, number>
}

export interface TableStateOptions<Row> extends ColumnsState {
  columns: readonly TableColumn<Row>[]
  onChange(patch: Partial<ColumnsState>): void
}

export function useTableState<Row>(options: TableStateOptions<Row>) {
  const { columns, sort, visibility, sizing, onChange } = options
  const definitions = useMemo(
    () =>
      helper.columns(
        columns.map(({ id, width, label }) =>
          helper.accessor(() => null, { id, header: label, size: width, minSize: MIN_WIDTH }),
        ),
      ),
    [columns],
  )
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map(({ id, shown }) => [id, visibility[id] ?? shown])),
    [columns, visibility],
  )
  const sorting = useMemo(() => (sort ? [sort] : []), [sort])
  // The table is another one whenever its options are: the head is drawn again then.
  return useTable(
    useMemo(
      () => ({
        features,
        columns: definitions,
        data: NO_ROWS,
        manualSorting: true,
        enableMultiSort: false,
        sortDescFirst: false,
        columnResizeMode: 'onChange' as const,
        state: { sorting, columnVisibility, columnSizing: sizing },
        onSortingChange: (next: Updater<typeof sorting>) => {
          const [first] = typeof next === 'function' ? next(sorting) : next
          onChange({ sort: first ?? null })
        },
        onColumnSizingChange: (next: Updater<typeof sizing>) =>
          onChange({ sizing: typeof next === 'function' ? next(sizing) : next }),
      }),
      [definitions, sorting, columnVisibility, sizing, onChange],
    ),
  )
}

export type TableState = ReturnType<typeof useTableState>
