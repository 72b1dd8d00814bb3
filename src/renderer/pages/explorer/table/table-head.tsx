import { memo, type ReactNode, type Ref } from 'react'
import { HeadCell } from './head-cell.tsx'
import type { Sort } from './sort.ts'
import type { TableColumn } from './types.ts'
import type { TableState } from './use-table-state.ts'

export interface TableHeadProps<Row> {
  table: TableState
  columns: readonly TableColumn<Row>[]
  sort: Sort | null
  sizing: Record<string, number>
  head: Ref<HTMLTableSectionElement>
  /** What stands under the name of a column. */
  children: ((column: TableColumn<Row>) => ReactNode) | undefined
}

function Head<Row>({ table, columns, sort, sizing, head, children }: TableHeadProps<Row>) {
  const byId = new Map(columns.map((column) => [column.id, column]))
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  return (
    <>
      <colgroup>
        {headers.map(({ id, column }) => {
          // The one that grows takes what is left, until it is given a width.
          const grows = byId.get(id)?.grows && sizing[id] === undefined
          return <col key={id} style={grows ? undefined : { width: column.getSize() }} />
        })}
      </colgroup>
      <thead ref={head}>
        <tr aria-rowindex={1}>
          {headers.map((header) => {
            const column = byId.get(header.id)
            return column ? (
              <HeadCell key={header.id} header={header} column={column} sort={sort}>
                {children?.(column)}
              </HeadCell>
            ) : null
          })}
        </tr>
      </thead>
    </>
  )
}

/** Stays as it is while the rows scroll by. */
export const TableHead = memo(Head) as typeof Head
