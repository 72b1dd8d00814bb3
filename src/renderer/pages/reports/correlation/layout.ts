import type { CorrelationReport } from '../../../../pipeline/api.ts'

type Chart = NonNullable<CorrelationReport['chart']>

/** From whole score to whole score around the films, or from half to half when they lie close; critics always from 0 to 100, so that views compare. */
export function domainOf(chart: Chart): { x: [number, number]; y: [number, number] } {
  const { dx } = chart.cell_size
  const lows =
    chart.kind === 'points' ? chart.points.map((point) => point.imdb_rating) : chart.cells.map(({ x }) => x)
  const highs = chart.kind === 'points' ? lows : lows.map((low) => low + dx)
  const low = lows.reduce((least, each) => Math.min(least, each), 10)
  const high = highs.reduce((most, each) => Math.max(most, each), 0)
  if (low > high) return { x: [0, 10], y: [0, 100] }
  const unit = high - low < 1 ? 0.5 : 1
  const from = Math.max(0, Math.floor(low / unit + 1e-9) * unit)
  const to = Math.min(10, Math.max(from + unit, Math.ceil(high / unit - 1e-9) * unit))
  return { x: [Math.min(from, to - unit), to], y: [0, 100] }
}

/** A brushed range as a filter: tenths, as the filter bar has them, inside 0–10. */
export function asImdbRange([low, high]: readonly [number, number]): [number, number] {
  const tenth = (value: number) => Math.min(10, Math.max(0, Math.round(value * 10) / 10))
  return [tenth(low), tenth(high)]
}

/** Every tenth, every half point or every point, as there is room. */
export function imdbTicks([from, to]: readonly [number, number]): number[] {
  const step = to - from <= 1 ? 0.1 : to - from <= 3 ? 0.5 : 1
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) =>
    Number((from + index * step).toFixed(1)),
  )
}
