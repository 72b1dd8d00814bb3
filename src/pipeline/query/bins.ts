/** How the values of a column are spread, as far as its histogram must know. */
export interface Spread {
  min: number
  max: number
  /** Between these lie all but the rarest values. */
  low: number
  high: number
}

export interface BinRules {
  /** The finest step: 1 for whole numbers; null when any will do. */
  finest: number | null
  /** The highest value that there can be, such as 100 of a score: it has no bin of its own. */
  top: number | null
  /** Values that span several powers of ten get steps that grow with them. */
  wide: boolean
}

/** About how many bins are drawn over a column, and how many at most when none is left out. */
const WANTED = 20
const MOST = 26
const NICE = [1, 2, 5, 10]

/**
 * The edges of a histogram's bins, on round figures. Where the rarest values lie far out, the first and the
 * last bin reach as far as they do, so that one film of ten hours does not press all others into one bar.
 */
export function binEdges(spread: Spread, { finest, top, wide }: BinRules): number[] {
  const { min, max, low, high } = spread
  if (!(max > min)) return [min, max]
  const isWide = wide && low > 0 && high / low > 50 && high / low < 1e15
  const inner = isWide ? powers(low, high) : evenly(spread, finest ?? 0)
  const first = Math.min(inner[0] ?? min, min)
  const last = Math.max(inner.at(-1) ?? max, max)
  const edges = [first, ...inner.filter((edge) => edge > first && edge < last), last]
  return top === null || last < top ? edges : [...edges.filter((edge) => edge < top), top]
}

/** Steps of one width, over everything when that does not take too many. */
function evenly({ min, max, low, high }: Spread, finest: number): number[] {
  const step = Math.max(finest, niceStep((high - low) / WANTED))
  if (!(step > 0)) return []
  // 7.1 / 0.1 is 70.99999999999999: what is all but on an edge is on it.
  const steps = (value: number) => Math.floor(value / step + 1e-9)
  const between = (from: number, to: number) => [steps(from), steps(to) + 1] as const
  const whole = between(min, max)
  const [from, to] = whole[1] - whole[0] <= MOST ? whole : between(low, high)
  return Array.from({ length: to - from + 1 }, (_, at) => clean((from + at) * step))
}

function niceStep(atLeast: number): number {
  if (!(atLeast > 0)) return 0
  const power = 10 ** Math.floor(Math.log10(atLeast))
  return (NICE.find((each) => each * power >= atLeast * (1 - 1e-9)) ?? 10) * power
}

/** 1, 2, 5, 10, 20, 50… */
function powers(low: number, high: number): number[] {
  const edges: number[] = []
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++)
    for (const each of [1, 2, 5]) edges.push(clean(each * 10 ** power))
  const from = edges.findLastIndex((edge) => edge <= low)
  const to = edges.findIndex((edge) => edge > high)
  return edges.slice(Math.max(0, from), to < 0 ? undefined : to + 1)
}

/** Without the dust of binary fractions: 0.3, not 0.30000000000000004. */
function clean(value: number): number {
  return Number(value.toPrecision(12))
}
