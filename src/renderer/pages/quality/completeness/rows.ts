import type { Completeness } from '../../../../pipeline/api.ts'

export interface ColumnFill {
  column: string
  nulls: number
  /** Rows with a value, of all of them, 0–1; null when there are none. */
  filled: number | null
  /** The same of the run before. */
  previous: number | null
  /** In points of percent; null when either is not known. */
  change: number | null
}

export type Order = 'table' | 'emptiest'

/** Columns as full as they are, in the order of the table or the emptiest first. */
export function columnFills({ columns }: Completeness, order: Order): ColumnFill[] {
  const fills = columns.map(({ column, nulls, share, previous_share }) => {
    const filled = share === null ? null : 1 - share
    const previous = previous_share === null ? null : 1 - previous_share
    const change = share === null || previous_share === null ? null : (previous_share - share) * 100
    return { column, nulls, filled, previous, change }
  })
  return order === 'table' ? fills : fills.sort((one, other) => other.nulls - one.nulls)
}

/** Less than what is written is no change. */
export function direction(change: number | null): 'up' | 'down' | 'same' | null {
  if (change === null) return null
  return Math.abs(change) < 0.05 ? 'same' : change > 0 ? 'up' : 'down'
}

/** A share in percent that says « all » and « none » only when it is all and none. */
export function honestPercent(share: number | null, percent: (share: number | null) => string): string {
  if (share === null || share === 0 || share === 1) return percent(share)
  return percent(Math.min(0.999, Math.max(0.001, share)))
}
