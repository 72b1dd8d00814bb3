import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './data-table.module.css'
import { rowAfterKey } from './keyboard.ts'
import type { RowRange } from './pages.ts'
import { rowsToDraw } from './row-window.ts'
import { TableHead } from './table-head.tsx'
import { TableRow } from './table-row.tsx'
import type { TableColumn } from './types.ts'
import { useRowWindow } from './use-row-window.ts'
import { type ColumnsState, useTableState } from './use-table-state.ts'

export interface DataTableProps<Row> extends ColumnsState {
  label: string
  testId: string
  columns: readonly TableColumn<Row>[]
  /** The list begins anew, at its top, when it changes. */
  listKey: string
  total: number
  rowAt(index: number): Row | undefined
  rowHeight: number
  /** What is on screen answers the last question, not yet this one. */
  isStale: boolean
  /** The row that the keyboard is on. */
  active: number
  onActive(index: number): void
  /** Whether the row is the one that is open beside the table. */
  isOpen(row: Row): boolean
  onOpen(row: Row, index: number): void
  onRange(range: RowRange): void
  onColumns(patch: Partial<ColumnsState>): void
  /** What stands under the name of a column. */
  underHead?: (column: TableColumn<Row>) => ReactNode
  /** Instead of rows, when there is none. */
  empty: ReactNode
}

/** A table of any number of rows: only those on screen are in the page. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, total, rowAt, rowHeight, active, onActive, onOpen, onRange, underHead } = props
  const { t } = useTranslation('explorer')
  const scroller = useRef<HTMLDivElement>(null)
  const { ref: head, height: headHeight } = useElementSize<HTMLTableSectionElement>()
  const table = useTableState({ ...props, onChange: props.onColumns })
  const { window, page, show } = useRowWindow({
    scroller,
    count: total,
    rowHeight,
    headHeight,
    listKey: props.listKey,
  })
  const { first, last } = window
  useEffect(() => onRange({ first, last }), [first, last, onRange])

  const shown = new Set(table.getVisibleLeafColumns().map(({ id }) => id))
  const visible = columns.filter(({ id }) => shown.has(id))

  // A row that is asked for before it has come is opened when it does.
  const awaited = useRef<number | null>(null)
  const focusRow = (index: number) => {
    awaited.current = null
    // It is in the page from here on, also when it was far away.
    show(index)
    rowElement(scroller.current, index)?.focus({ preventScroll: true })
    onActive(index)
  }
  const open = (index: number) => {
    const row = rowAt(index)
    awaited.current = row ? null : index
    if (row) onOpen(row, index)
  }
  useEffect(() => {
    if (awaited.current === active && rowAt(active)) open(active)
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const index = indexOf(event.target)
    if (index === null || event.target !== rowElement(scroller.current, index)) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = rowAfterKey(event.key, { index, count: total, page })
    if (next !== null) focusRow(next)
    else if (event.key === 'Enter' || event.key === ' ') open(index)
    else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent) => {
    const index = indexOf(event.target)
    if (index === null || (event.target as Element).closest('a, button')) return
    onActive(index)
    open(index)
  }

  const { rows: drawn, rest } = rowsToDraw(window, active, { count: total, rowHeight })
  const rows = drawn.flatMap(({ index, gap }) => {
    const row = rowAt(index)
    return [
      ...(gap > 0 ? [<Gap key={`gap ${index}`} height={gap} />] : []),
      <TableRow
        key={index}
        index={index}
        row={row}
        columns={visible}
        height={rowHeight}
        isActive={index === active}
        isOpen={row !== undefined && props.isOpen(row)}
      />,
    ]
  })

  return (
    <div className={classes.scroller} ref={scroller} data-stale={props.isStale || undefined}>
      <table
        className={classes.table}
        style={{ minWidth: table.getTotalSize() }}
        aria-label={props.label}
        aria-rowcount={total + 1}
        aria-busy={props.isStale}
        data-testid={props.testId}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <TableHead table={table} columns={columns} sort={props.sort} sizing={props.sizing} head={head}>
          {underHead}
        </TableHead>
        <tbody>
          {rows}
          {rest > 0 && <Gap height={rest} />}
          {total === 0 && (
            <tr className={classes.emptyRow}>
              <td colSpan={Math.max(1, visible.length)}>{props.empty}</td>
            </tr>
          )}
        </tbody>
      </table>
      <span className="visually-hidden" role="status">
        {props.isStale ? t('table.loading') : ''}
      </span>
    </div>
  )
}

/** The room of the rows that are not drawn. */
function Gap({ height }: { height: number }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it is no row, and cannot be focused
  return <tr aria-hidden="true" style={{ height }} />
}

function indexOf(target: EventTarget): number | null {
  const row = (target as Element).closest<HTMLElement>('tr[data-index]')
  return row ? Number(row.dataset.index) : null
}

function rowElement(scroller: HTMLElement | null, index: number): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`tr[data-index="${index}"]`) ?? null
}
