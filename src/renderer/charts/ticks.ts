/** Steps that people count in; the default ones are 1, 2 and 5 times a power of ten. */
export const MINUTE_STEPS = [5, 10, 15, 30, 60, 120, 240]

/** The smallest step of which at most `count` cover `span`. */
function niceStep(span: number, count: number, steps?: readonly number[]): number {
  const wanted = span / Math.max(1, count)
  const listed = steps?.find((step) => step >= wanted)
  if (listed !== undefined) return listed
  const power = 10 ** Math.floor(Math.log10(wanted))
  const factor = [1, 2, 5, 10].find((each) => each * power >= wanted * (1 - 1e-12)) ?? 10
  return factor * power
}

/** Without the dust of binary fractions: 0.3, not 0.30000000000000004. */
const clean = (value: number) => Number(value.toPrecision(12))

export interface TickOptions {
  /** About how many. */
  count?: number
  /** Multiples of these only, such as minutes in quarters of an hour. */
  steps?: readonly number[]
  /** No smaller step, such as 1 for a number of films. */
  least?: number
}

/**
 * Round values from at or below `low` to at or above `high`, ascending: the first and the last one are the
 * ends of the axis. There are always two at least, also when all values are equal.
 */
export function niceTicks(low: number, high: number, options: TickOptions = {}): number[] {
  const { count = 5, steps, least = 0 } = options
  const [from, to] = low <= high ? [low, high] : [high, low]
  const span = to - from
  // A span that small is the rounding of one and the same value.
  const step = Math.max(least, span > 1e-100 ? niceStep(span, count, steps) : Math.max(1, least))
  const first = Math.floor(clean(from / step))
  const last = Math.max(first + 1, Math.ceil(clean(to / step)))
  return Array.from({ length: last - first + 1 }, (_, index) => clean((first + index) * step))
}

const YEAR_STEPS = [1, 2, 5, 10, 20, 25, 50, 100]

/** Round years inside [from, to], at most `count` of them. */
export function yearTicks(from: number, to: number, count: number, least = 1): number[] {
  const spans = (step: number) => Math.floor(to / step) - Math.ceil(from / step) + 1
  const allowed = YEAR_STEPS.filter((step) => step >= least)
  const step = allowed.find((each) => spans(each) <= Math.max(1, count)) ?? 100
  const first = Math.ceil(from / step) * step
  return Array.from({ length: Math.max(0, spans(step)) }, (_, index) => first + index * step)
}
