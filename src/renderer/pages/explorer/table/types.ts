import type { ReactNode } from 'react'

/** A column as the window shows it; `id` is the engine's name for it, which sorting and exports use. */
export interface TableColumn<Row> {
  id: string
  label: string
  /** What it means, its unit and its source. */
  hint: string
  width: number
  /** Figures stand right, under each other. */
  numeric: boolean
  /** Shown until the user chooses otherwise. */
  shown: boolean
  /** Takes the width that is left. */
  grows?: boolean
  cell(row: Row): ReactNode
}
