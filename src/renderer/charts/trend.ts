export interface Domain {
  low: number
  high: number
}

/** The part of y = slope · x + intercept inside the plot, as its two ends; null when none of it is. */
export function clipLine(slope: number, intercept: number, x: Domain, y: Domain) {
  let [from, to] = [x.low, x.high]
  if (slope === 0) {
    if (intercept < y.low || intercept > y.high) return null
  } else {
    const crossings = [(y.low - intercept) / slope, (y.high - intercept) / slope].sort((a, b) => a - b)
    from = Math.max(from, crossings[0] ?? from)
    to = Math.min(to, crossings[1] ?? to)
  }
  if (!(from < to)) return null
  return { x1: from, y1: slope * from + intercept, x2: to, y2: slope * to + intercept }
}

/** A value inside the domain. */
export const clamp = (value: number, { low, high }: Domain) => Math.min(high, Math.max(low, value))
