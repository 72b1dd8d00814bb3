import { memo } from 'react'
import { classOf, inkOf } from '../density-classes.ts'
import { textWidth } from '../measure-text.ts'
import { usePlace } from '../plot-surface.tsx'

export interface Cell {
  x: number
  y: number
  n: number
}

export interface DensityProps {
  cells: readonly Cell[]
  size: { dx: number; dy: number }
  /** Where the classes begin (`densityClasses`). */
  starts: readonly number[]
}

/** Cells inked by how many films they hold. */
export function Density({ cells, size, starts }: DensityProps) {
  const place = usePlace()
  if (!place) return null
  const origin = place(0, 0)
  const corner = place(size.dx, size.dy)
  const frame = [origin.x, origin.y, corner.x, corner.y].map((each) => each.toFixed(2)).join()
  return <Cells frame={frame} cells={cells} size={size} starts={starts} />
}

/** Of paper between cells. */
const GAP = 1

const Cells = memo(function Cells({ frame, cells, size, starts }: DensityProps & { frame: string }) {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = frame.split(',').map(Number)
  const [width, height] = [x1 - x0, y0 - y1]
  return (
    <g fill="var(--chart-1)">
      {cells.map(({ x, y, n }) => (
        <rect
          key={`${x} ${y}`}
          x={x0 + (x / size.dx) * width + GAP / 2}
          y={y0 - (y / size.dy + 1) * height + GAP / 2}
          width={Math.max(1, width - GAP)}
          height={Math.max(1, height - GAP)}
          fillOpacity={inkOf(classOf(n, starts), starts.length)}
        />
      ))}
    </g>
  )
})

export interface DensityLegendProps {
  starts: readonly number[]
  max: number
  title: string
  format(value: number): string
  /** Left end and middle of the row. */
  x: number
  y: number
}

const SIZE = 11.5
const SWATCH = 16

/** Which ink is how many films, in a row. */
export function DensityLegend({ starts, max, title, format, x, y }: DensityLegendProps) {
  const classes = starts.map((start, index) => {
    const last = (starts[index + 1] ?? max + 1) - 1
    return last > start ? `${format(start)}–${format(last)}` : format(start)
  })
  const widths = classes.map((text) => SWATCH + 5 + textWidth(text, SIZE) + 14)
  const first = title === '' ? x : x + textWidth(title, SIZE) + 14
  return (
    <g fontSize={SIZE} fill="var(--chart-axis)">
      <text x={x} y={y + 4}>
        {title}
      </text>
      {classes.map((text, index) => {
        const left = first + widths.slice(0, index).reduce((sum, width) => sum + width, 0)
        return (
          <g key={text}>
            <rect
              x={left}
              y={y - 5}
              width={SWATCH}
              height={10}
              rx={2}
              fill="var(--chart-1)"
              fillOpacity={inkOf(index, classes.length)}
            />
            <text x={left + SWATCH + 5} y={y + 4}>
              {text}
            </text>
          </g>
        )
      })}
    </g>
  )
}
