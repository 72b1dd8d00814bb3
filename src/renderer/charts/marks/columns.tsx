import { usePlace } from '../plot-surface.tsx'

export interface Column {
  /** Middle of the bar, in the units of the axis. */
  x: number
  value: number | null
}

export interface ColumnsProps {
  columns: readonly Column[]
  /** Width in the units of the axis. */
  width: number
  colour: string
  active: number | null
}

/** Bars that stand on the axis; the active one in full colour. */
export function Columns({ columns, width, colour, active }: ColumnsProps) {
  const place = usePlace()
  if (!place) return null
  return (
    <g fill={colour}>
      {columns.map(({ x, value }, index) => {
        if (value === null || value === 0) return null
        const top = place(x - width / 2, value)
        const foot = place(x + width / 2, 0)
        const height = foot.y - top.y
        return (
          <rect
            key={x}
            x={top.x}
            y={Math.min(top.y, foot.y - 1)}
            width={Math.max(1, foot.x - top.x)}
            // The smallest one is still seen.
            height={Math.max(1, height)}
            rx={Math.min(1.5, (foot.x - top.x) / 4)}
            fillOpacity={active === null || active === index ? 1 : 0.45}
          />
        )
      })}
    </g>
  )
}
