import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './data-table.module.css'
import type { TableColumn } from './types.ts'

export interface TableRowProps<Row> {
  index: number
  /** Undefined until its page has come. */
  row: Row | undefined
  columns: readonly TableColumn<Row>[]
  height: number
  isActive: boolean
  isOpen: boolean
}

function Row<Row>({ index, row, columns, height, isActive, isOpen }: TableRowProps<Row>) {
  return (
    <tr
      className={classes.row}
      style={{ height }}
      // The head is the first row.
      aria-rowindex={index + 2}
      aria-current={isOpen || undefined}
      tabIndex={isActive ? 0 : -1}
      data-index={index}
    >
      {columns.map((column, at) => {
        // The first names the row.
        const Cell = at === 0 ? 'th' : 'td'
        return (
          <Cell
            key={column.id}
            {...(at === 0 ? { scope: 'row' } : {})}
            className={classes.cell}
            data-numeric={column.numeric || undefined}
          >
            {row ? column.cell(row) : <Waiting at={index + at} />}
            {!row && at === 0 && <RowLoading />}
          </Cell>
        )
      })}
    </tr>
  )
}

/** Rows that stay the same are not drawn again while the table scrolls. */
export const TableRow = memo(Row, (before, after) => {
  const { columns, ...rest } = before
  const same = Object.entries(rest).every(([name, value]) => after[name as keyof typeof rest] === value)
  return same && sameColumns(columns, after.columns)
}) as typeof Row

function sameColumns(before: readonly object[], after: readonly object[]): boolean {
  return before.length === after.length && before.every((column, at) => column === after[at])
}

function RowLoading() {
  const { t } = useTranslation('explorer')
  return <span className="visually-hidden">{t('table.row_loading')}</span>
}

/** Of various widths, as the words would be. */
function Waiting({ at }: { at: number }) {
  return (
    <span className={classes.waiting} style={{ width: `${40 + ((at * 37) % 45)}%` }} aria-hidden="true" />
  )
}
