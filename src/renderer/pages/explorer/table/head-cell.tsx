import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './head-cell.module.css'
import type { Sort } from './sort.ts'
import type { TableColumn } from './types.ts'
import type { TableState } from './use-table-state.ts'

type Header = ReturnType<TableState['getHeaderGroups']>[number]['headers'][number]

export interface HeadCellProps<Row> {
  header: Header
  column: TableColumn<Row>
  sort: Sort | null
  children: ReactNode
}

/** The name of a column, which sorts by it; what its values look like; and its edge, which widens it. */
export function HeadCell<Row>({ header, column, sort, children }: HeadCellProps<Row>) {
  const direction = sort?.id === column.id ? (sort.desc ? 'descending' : 'ascending') : 'none'
  const Arrow = { none: IconArrowsSort, ascending: IconArrowUp, descending: IconArrowDown }[direction]
  const resize = header.getResizeHandler()
  return (
    <th className={classes.head} scope="col" aria-sort={direction} data-numeric={column.numeric || undefined}>
      <Tooltip label={column.hint} multiline maw={280} openDelay={500} position="bottom-start">
        <UnstyledButton
          className={classes.name}
          onClick={() => header.column.toggleSorting()}
          data-testid={`sort-${column.id}`}
        >
          <span className={classes.label}>{column.label}</span>
          <Arrow
            size={13}
            className={classes.arrow}
            data-none={direction === 'none' || undefined}
            aria-hidden
          />
        </UnstyledButton>
      </Tooltip>
      {children}
      <span
        className={classes.edge}
        data-resizing={header.column.getIsResizing() || undefined}
        onMouseDown={resize}
        onTouchStart={resize}
        onDoubleClick={() => header.column.resetSize()}
        aria-hidden="true"
      />
    </th>
  )
}
