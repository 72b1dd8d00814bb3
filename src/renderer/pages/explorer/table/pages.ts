/** Rows a page: what one question to the engine brings. */
export const PAGE_ROWS = 100
/** Rows before and after the visible ones that are asked for too, so that slow scrolling never waits. */
const MARGIN = 40

export interface RowRange {
  /** Index of the first row, and of the last one. */
  first: number
  last: number
}

/** The offsets of the pages that hold the visible rows and those just around them. */
export function pagesCovering({ first, last }: RowRange, total: number): number[] {
  if (total <= 0 || last < first) return []
  const from = pageOf(Math.max(0, first - MARGIN))
  const to = pageOf(Math.min(total - 1, last + MARGIN))
  const offsets: number[] = []
  for (let offset = from; offset <= to; offset += PAGE_ROWS) offsets.push(offset)
  return offsets
}

/** The row at an index, when its page is there. */
export function rowIn<Row>(pages: ReadonlyMap<number, readonly Row[]>, index: number): Row | undefined {
  const offset = pageOf(index)
  return pages.get(offset)?.[index - offset]
}

function pageOf(index: number): number {
  return Math.floor(index / PAGE_ROWS) * PAGE_ROWS
}
