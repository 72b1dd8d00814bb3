import classes from './histogram.module.css'

export interface Bin {
  /** First value of the bin, and the last or the one after it. */
  from: number
  to: number
  n: number
}

export interface HistogramProps {
  bins: Bin[]
  extent: readonly [number, number]
  selected: readonly [number, number]
}

/** Behind a slider whose values are read out: drawn for the eye only. */
export function Histogram({ bins, extent: [low, high], selected: [from, to] }: HistogramProps) {
  const most = Math.max(1, ...bins.map(({ n }) => n))
  // A year is a bin of its own: half of it lies on either side of its place on the slider.
  const half = bins.some((bin) => bin.from === bin.to) ? 0.5 : 0
  const span = Math.max(1e-9, high - low)
  return (
    <svg className={classes.histogram} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      {bins.map((bin) => {
        const left = ((bin.from - half - low) / span) * 100
        const width = ((bin.to - bin.from + 2 * half) / span) * 100
        // The smallest bin must still be seen.
        const height = bin.n === 0 ? 0 : Math.max(2.5, (bin.n / most) * 100)
        const inside = bin.from >= from && bin.to <= to
        return (
          <rect
            key={bin.from}
            x={left}
            width={width * 0.86}
            y={100 - height}
            height={height}
            data-inside={inside || undefined}
          />
        )
      })}
    </svg>
  )
}
