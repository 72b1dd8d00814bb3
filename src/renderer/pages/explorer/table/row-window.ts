import { physicalHeight, type ScrollPlace } from './scroll-scale.ts'

/** Rows drawn before and after those on screen, so that scrolling does not show where they end. */
const OVERSCAN = 10

export interface RowWindow {
  /** First and last row to draw. */
  first: number
  last: number
  /** What a row's place in the list is moved by to be its place in the scrolled box. */
  shift: number
}

export interface WindowGeometry {
  count: number
  rowHeight: number
  /** Height of what is seen of the rows. */
  viewport: number
}

/** The rows to draw with the list at a place. */
export function rowWindow(place: ScrollPlace, geometry: WindowGeometry): RowWindow {
  const { count, rowHeight, viewport } = geometry
  const shift = Math.round(place.physical - place.virtual)
  const seen = Math.min(count - 1, Math.floor(place.virtual / rowHeight))
  // A box that is lower than its list has no room for rows beyond its ends.
  const highest = Math.ceil(-shift / rowHeight)
  const lowest = Math.floor((physicalHeight(count * rowHeight) - shift) / rowHeight) - 1
  return {
    first: Math.max(0, highest, seen - OVERSCAN),
    last: Math.min(count - 1, lowest, seen + Math.ceil(viewport / rowHeight) + OVERSCAN),
    shift,
  }
}

export interface DrawnRow {
  index: number
  /** Empty space before it. */
  gap: number
}

/**
 * The rows of the window, and the one that must stay in the page because the keyboard is on it: that one at
 * the edge of the box, for its own place may be beyond what a browser can draw. Also the space after them.
 */
export function rowsToDraw(
  { first, last, shift }: RowWindow,
  keep: number,
  { count, rowHeight }: Pick<WindowGeometry, 'count' | 'rowHeight'>,
): { rows: DrawnRow[]; rest: number } {
  const height = physicalHeight(count * rowHeight)
  const rows: DrawnRow[] = []
  let drawn = 0
  const draw = (index: number, top: number) => {
    rows.push({ index, gap: top - drawn })
    drawn = top + rowHeight
  }
  const top = (index: number) => index * rowHeight + shift
  if (keep >= 0 && keep < first && top(first) >= rowHeight) draw(keep, 0)
  for (let index = first; index <= last; index++) draw(index, top(index))
  if (keep > last && keep < count && height - drawn >= rowHeight) draw(keep, height - rowHeight)
  return { rows, rest: Math.max(0, height - drawn) }
}

/** Where the list must be for a row to be seen whole; null when it is. */
export function placeToSee(
  index: number,
  virtual: number,
  { rowHeight, viewport }: WindowGeometry,
): number | null {
  const start = index * rowHeight
  if (start < virtual) return start
  const end = start + rowHeight
  return end > virtual + viewport ? end - viewport : null
}
