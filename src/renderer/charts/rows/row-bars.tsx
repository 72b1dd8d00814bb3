import { usePlace } from '../plot-surface.tsx'
import { rowMiddle } from './row-panel.tsx'

export interface RowBarsProps {
  values: readonly (number | null)[]
  /** At the end of its bar, also where there is none: unknown is told, not drawn as zero. */
  labels: readonly string[]
  colour: string
  active: number | null
  /** Thickness in pixels. */
  thickness?: number
}

/** One bar a row, with its value in words. */
export function RowBars({ values, labels, colour, active, thickness = 13 }: RowBarsProps) {
  const place = usePlace()
  if (!place) return null
  return (
    <g pointerEvents="none">
      {values.map((value, index) => {
        const foot = place(0, rowMiddle(index, values.length))
        const tip = value === null ? foot : place(value, rowMiddle(index, values.length))
        const isFaint = active !== null && active !== index
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <g key={index}>
            {value !== null && (
              <rect
                x={foot.x}
                y={foot.y - thickness / 2}
                width={Math.max(1, tip.x - foot.x)}
                height={thickness}
                rx={1.5}
                fill={colour}
                fillOpacity={isFaint ? 0.5 : 1}
              />
            )}
            <text
              x={tip.x + 6}
              y={foot.y + 4}
              fontSize={11.5}
              fontWeight={active === index ? 650 : 450}
              fill={value === null ? 'var(--chart-axis)' : 'var(--chart-ink)'}
            >
              {labels[index]}
            </text>
          </g>
        )
      })}
    </g>
  )
}

/** One dot a row on a scale that need not begin at zero, with its value in words. */
export function RowDots({ values, labels, colour, active }: RowBarsProps) {
  const place = usePlace()
  if (!place) return null
  return (
    <g pointerEvents="none">
      {values.map((value, index) => {
        if (value === null) return null
        const { x, y } = place(value, rowMiddle(index, values.length))
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <g key={index}>
            <circle cx={x} cy={y} r={active === index ? 5.5 : 4.5} fill={colour} />
            <text
              x={x + 10}
              y={y + 4}
              fontSize={11.5}
              fontWeight={active === index ? 650 : 450}
              fill="var(--chart-ink)"
            >
              {labels[index]}
            </text>
          </g>
        )
      })}
    </g>
  )
}
