import { usePlace } from '../plot-surface.tsx'
import { rowMiddle } from './row-panel.tsx'

export interface BoxSummary {
  q1: number
  median: number
  q3: number
  whisker_low: number
  whisker_high: number
}

export interface RowBoxesProps {
  boxes: readonly BoxSummary[]
  colour: string
  active: number | null
  thickness?: number
}

/** Tukey's boxes, one a row: the middle half, its median, whiskers to the outermost values that are not outliers. */
export function RowBoxes({ boxes, colour, active, thickness = 14 }: RowBoxesProps) {
  const place = usePlace()
  if (!place) return null
  return (
    <g pointerEvents="none" stroke={colour} strokeWidth={1.4}>
      {boxes.map(({ q1, median, q3, whisker_low, whisker_high }, index) => {
        const { y } = place(0, rowMiddle(index, boxes.length))
        const at = (value: number) => place(value, 0).x
        const half = thickness / 2
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <g key={index} opacity={active === null || active === index ? 1 : 0.55}>
            <line x1={at(whisker_low)} x2={at(q1)} y1={y} y2={y} />
            <line x1={at(q3)} x2={at(whisker_high)} y1={y} y2={y} />
            <line x1={at(whisker_low)} x2={at(whisker_low)} y1={y - 4} y2={y + 4} />
            <line x1={at(whisker_high)} x2={at(whisker_high)} y1={y - 4} y2={y + 4} />
            <rect
              x={at(q1)}
              y={y - half}
              width={Math.max(1, at(q3) - at(q1))}
              height={thickness}
              rx={2}
              fill={colour}
              fillOpacity={0.22}
            />
            <line x1={at(median)} x2={at(median)} y1={y - half} y2={y + half} strokeWidth={2.6} />
          </g>
        )
      })}
    </g>
  )
}
