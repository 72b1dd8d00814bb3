import type { ReactNode } from 'react'
import { usePlotArea, useYAxisInverseScale } from 'recharts'
import { AxisTitle, BottomAxis, Grid, LeftAxis } from '../axes.tsx'
import { nearest, type Place } from '../nearest.ts'
import { Panel } from '../panel.tsx'
import { PlotSurface, usePlace } from '../plot-surface.tsx'

const ROWS_TOP = 30
const ROWS_BOTTOM = 18

export interface RowPanelProps {
  /** How many rows, the first one on top. */
  count: number
  rowHeight: number
  width: number
  /** Room left of the plot, for names. */
  left?: number
  /** Room right of the plot, for values at the ends of bars. */
  right?: number
  ticks: readonly number[]
  format(value: number): string
  title: string
  active: number | null
  onActive(index: number | null): void
  onOpen?: (index: number) => void
  /** Single marks on the rows, told from the row itself when the pointer is on one. */
  marks?: readonly Place[]
  onMark?: (index: number | null) => void
  onOpenMark?: (index: number) => void
  children: ReactNode
}

/** The height of `count` rows with their axis. */
export const rowsHeight = (count: number, rowHeight: number) =>
  ROWS_TOP + count * rowHeight + ROWS_BOTTOM + 22

/** A measure for each row: panels of the same rows stand side by side, so that the eye goes along a row. */
export function RowPanel(props: RowPanelProps) {
  const { count, rowHeight, width, left = 0, right = 12, ticks, format, title, active } = props
  return (
    <Panel
      width={width}
      height={rowsHeight(count, rowHeight)}
      margin={{ top: ROWS_TOP, right, bottom: ROWS_BOTTOM, left }}
    >
      <LeftAxis hidden ticks={[0, count]} domain={[0, count]} format={String} />
      <BottomAxis ticks={ticks} format={format} />
      <Grid vertical />
      <AxisTitle at="top" text={title} strong />
      <ActiveRow index={active} count={count} />
      {props.children}
      <RowSurface {...props} />
    </Panel>
  )
}

/** The middle of a row on the vertical axis, which counts upwards. */
export const rowMiddle = (index: number, count: number) => count - index - 0.5

const REACH = 6

function RowSurface({ count, onActive, onOpen, marks = [], onMark, onOpenMark }: RowPanelProps) {
  const valueAt = useYAxisInverseScale()
  const place = usePlace()
  const rowAt = ({ y }: Place) => {
    const index = count - 1 - Math.floor(Number(valueAt?.(y)))
    return index >= 0 && index < count ? index : null
  }
  const markAt = ({ x, y }: Place) =>
    place
      ? nearest(
          marks.map((mark) => place(mark.x, mark.y)),
          x,
          y,
          REACH,
        )
      : null
  return (
    <PlotSurface
      cursor={onOpen ? 'pointer' : 'default'}
      onClick={(point) => {
        const mark = markAt(point)
        const row = rowAt(point)
        if (mark !== null && onOpenMark) onOpenMark(mark)
        else if (row !== null) onOpen?.(row)
      }}
      onMove={(point) => {
        onActive(point && rowAt(point))
        onMark?.(point && markAt(point))
      }}
    />
  )
}

function ActiveRow({ index, count }: { index: number | null; count: number }) {
  const plot = usePlotArea()
  if (index === null || !plot) return null
  const height = plot.height / count
  return (
    <rect
      data-export="no"
      x={plot.x}
      y={plot.y + index * height}
      width={plot.width}
      height={height}
      fill="var(--chart-muted)"
      fillOpacity={0.22}
    />
  )
}
