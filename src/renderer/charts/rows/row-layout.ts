/** Below this width the measures stand one below the other instead of side by side. */
const NARROW = 620

export interface RowLayout {
  /** Names are beside the first panel only, or beside each one when they are stacked. */
  isStacked: boolean
  /** Widths of the panels. */
  widths: number[]
}

/**
 * Parts `width` among panels: the first one has the names (`left`) besides its share of the rest.
 * @param shares of the panels after the first, 0–1
 */
export function rowLayout(width: number, left: number, shares: readonly number[]): RowLayout {
  if (width < NARROW) return { isStacked: true, widths: [width, ...shares.map(() => width)] }
  const others = shares.map((share) => Math.floor((width - left) * share))
  return { isStacked: false, widths: [width - others.reduce((sum, each) => sum + each, 0), ...others] }
}
