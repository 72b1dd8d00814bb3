/** Statistics of weighted points: `n` films at the same (x, y). Plain functions, in two passes. */

export interface Cell {
  x: number
  y: number
  n: number
}

export interface Fit {
  n: number
  mean_x: number
  mean_y: number
  /** Sums of squares and products about the means. */
  sxx: number
  syy: number
  sxy: number
  /** Null unless the x differ. */
  slope: number | null
  intercept: number | null
  /** Null unless the x and the y differ. */
  pearson_r: number | null
  /** Sum of the squared residuals; null without a line. */
  sse: number | null
}

/** Below this share of the spread, what is left beside the line is the rounding of the arithmetic. */
const NOTHING = 1e-24

/** Ordinary least squares of y on x; null without points. */
export function fitLine(cells: readonly Cell[]): Fit | null {
  const n = cells.reduce((sum, cell) => sum + cell.n, 0)
  if (n === 0) return null
  const mean_x = weighted(cells, ({ x }) => x) / n
  const mean_y = weighted(cells, ({ y }) => y) / n
  const sxx = weighted(cells, ({ x }) => (x - mean_x) ** 2)
  const syy = weighted(cells, ({ y }) => (y - mean_y) ** 2)
  const sxy = weighted(cells, ({ x, y }) => (x - mean_x) * (y - mean_y))
  const oneX = cells.every(({ x }) => x === cells[0]?.x)
  const oneY = cells.every(({ y }) => y === cells[0]?.y)
  const slope = oneX ? null : oneY ? 0 : sxy / sxx
  const left = slope === null ? null : weighted(cells, ({ x, y }) => (y - mean_y - slope * (x - mean_x)) ** 2)
  const sse = left === null || left > NOTHING * syy ? left : 0
  return {
    n,
    mean_x,
    mean_y,
    sxx,
    syy,
    sxy,
    slope,
    intercept: slope === null ? null : mean_y - slope * mean_x,
    pearson_r: oneX || oneY ? null : sse === 0 ? Math.sign(sxy) : correlationOf(sxx, syy, sxy),
    sse,
  }
}

function correlationOf(sxx: number, syy: number, sxy: number): number {
  return Math.max(-1, Math.min(1, sxy / Math.sqrt(sxx) / Math.sqrt(syy)))
}

/** The externally studentised residual at a point; null where it cannot be told. */
export function studentisedResidual(fit: Fit, x: number, y: number): number | null {
  const { n, mean_x, mean_y, sxx, slope, sse } = fit
  if (slope === null || sse === null || sse === 0 || n < 4) return null
  const residual = y - mean_y - slope * (x - mean_x)
  const free = 1 - leverage(n, x - mean_x, sxx)
  // The line goes through a point that alone holds it: there is no residual to speak of.
  if (free < Number.EPSILON) return null
  const others = (sse - residual ** 2 / free) / (n - 3)
  // All the others on the line: as far out as a number can say.
  const variance = Math.max(others, (Number.EPSILON * sse) / n)
  return residual / Math.sqrt(variance * free)
}

/** Half the width of the confidence band of the mean response at x, for a quantile `t` of n − 2 degrees. */
export function bandHalfWidth(fit: Fit, x: number, t: number): number {
  const { n, mean_x, sxx, sse } = fit
  return t * Math.sqrt(((sse ?? 0) / (n - 2)) * leverage(n, x - mean_x, sxx))
}

function leverage(n: number, fromMean: number, sxx: number): number {
  return 1 / n + fromMean ** 2 / sxx
}

/** Σ n·value, with what rounding loses carried along (Neumaier). */
function weighted(cells: readonly Cell[], value: (cell: Cell) => number): number {
  let sum = 0
  let lost = 0
  for (const cell of cells) {
    const term = cell.n * value(cell)
    const next = sum + term
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum
    sum = next
  }
  return sum + lost
}
