import { usePlace } from '../plot-surface.tsx'
import { clamp, clipLine, type Domain } from '../trend.ts'

export interface TrendProps {
  slope: number
  intercept: number
  band: readonly { x: number; low: number; high: number }[]
  x: Domain
  y: Domain
}

/** The least-squares line with the band in which the mean lies at 95 %. */
export function Trend({ slope, intercept, band, x, y }: TrendProps) {
  const place = usePlace()
  if (!place) return null
  const line = clipLine(slope, intercept, x, y)
  const inside = band.filter((each) => each.x >= x.low && each.x <= x.high)
  const edge = (points: typeof inside, value: (each: (typeof inside)[number]) => number) =>
    points.map((each) => {
      const at = place(each.x, clamp(value(each), y))
      return `${at.x.toFixed(2)},${at.y.toFixed(2)}`
    })
  const outline = [...edge(inside, ({ high }) => high), ...edge([...inside].reverse(), ({ low }) => low)]
  const from = line && place(line.x1, line.y1)
  const to = line && place(line.x2, line.y2)
  return (
    <g pointerEvents="none">
      {inside.length > 1 && <polygon points={outline.join(' ')} fill="var(--chart-ink)" fillOpacity={0.16} />}
      {from && to && (
        <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} stroke="var(--chart-ink)" strokeWidth={1.8} />
      )}
    </g>
  )
}
