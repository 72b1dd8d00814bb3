export interface RowMove {
  index: number
  count: number
  /** Rows that fit on the screen. */
  page: number
}

/** The row that a key moves to; null for a key that moves nowhere. */
export function rowAfterKey(key: string, { index, count, page }: RowMove): number | null {
  if (count === 0) return null
  const step = Math.max(1, page - 1)
  const moves: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + step,
    PageUp: index - step,
    Home: 0,
    End: count - 1,
  }
  const next = Object.hasOwn(moves, key) ? moves[key] : undefined
  return next === undefined ? null : Math.min(count - 1, Math.max(0, next))
}
