/** Order statistics of counted values: `n` films with the same value. Plain functions. */

export interface Counted {
  value: number
  n: number
}

export interface Box {
  n: number
  min: number
  q1: number
  median: number
  q3: number
  max: number
  whisker_low: number
  whisker_high: number
  outliers: number
}

/** How far beyond the box a whisker may reach, in heights of the box (Tukey). */
const REACH = 1.5

/** Tukey's box over values in rising order, with type-7 quartiles; null without values. */
export function boxOf(values: readonly Counted[]): Box | null {
  const first = values[0]
  const last = values.at(-1)
  if (!first || !last) return null
  const n = values.reduce((sum, each) => sum + each.n, 0)
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((share) => quantile(values, n, share)) as [
    number,
    number,
    number,
  ]
  const { low, high } = fences(q1, q3)
  const inside = values.filter(({ value }) => value >= low && value <= high)
  return {
    n,
    min: first.value,
    q1,
    median,
    q3,
    max: last.value,
    whisker_low: inside[0]?.value ?? first.value,
    whisker_high: inside.at(-1)?.value ?? last.value,
    outliers: n - inside.reduce((sum, each) => sum + each.n, 0),
  }
}

/** Values beyond these are outliers. */
export function fences(q1: number, q3: number): { low: number; high: number } {
  return { low: q1 - REACH * (q3 - q1), high: q3 + REACH * (q3 - q1) }
}

/** Type 7, as R and NumPy have it by default: on the line between the two values around (n − 1) · share. */
function quantile(values: readonly Counted[], n: number, share: number): number {
  const place = (n - 1) * share
  const below = Math.floor(place)
  const [low, high] = [valueAt(values, below), valueAt(values, Math.ceil(place))]
  return low + (high - low) * (place - below)
}

/** The value at a place, counted from 0, as if each stood there `n` times. */
function valueAt(values: readonly Counted[], place: number): number {
  let passed = 0
  for (const { value, n } of values) {
    passed += n
    if (place < passed) return value
  }
  return values.at(-1)?.value ?? Number.NaN
}
