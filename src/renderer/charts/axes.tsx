import { CartesianGrid, usePlotArea, XAxis, YAxis } from 'recharts'

export interface AxisProps {
  id?: string
  /** The ends of the axis are the first and the last. */
  ticks: readonly number[]
  /** Where the axis ends when not at a tick. */
  domain?: readonly [number, number]
  format(value: number): string
  /** Drawn, or only there to measure by. */
  hidden?: boolean
}

const TICK_SIZE = 11.5
const TICK = { fill: 'var(--chart-axis)', fontSize: TICK_SIZE, stroke: 'none' } as const
const LINE = { stroke: 'var(--chart-muted)', strokeWidth: 1 } as const
const X_HEIGHT = 22

/** A measured horizontal axis below the plot. */
export function BottomAxis({ ticks, domain = ends(ticks), format, hidden = false }: AxisProps) {
  return (
    <XAxis
      type="number"
      // Any name: without one Recharts counts rows instead of measuring.
      dataKey="x"
      domain={[domain[0], domain[1]]}
      allowDataOverflow
      ticks={[...ticks]}
      interval="preserveStartEnd"
      minTickGap={6}
      tickFormatter={format}
      tick={hidden ? false : TICK}
      tickLine={false}
      tickMargin={6}
      axisLine={hidden ? false : LINE}
      height={hidden ? 0 : X_HEIGHT}
    />
  )
}

/** A measured vertical axis left of the plot, `width` wide. */
export function LeftAxis({
  ticks,
  domain = ends(ticks),
  format,
  hidden = false,
  width = 44,
}: AxisProps & { width?: number }) {
  return (
    <YAxis
      type="number"
      domain={[domain[0], domain[1]]}
      allowDataOverflow
      ticks={[...ticks]}
      interval={0}
      tickFormatter={format}
      tick={hidden ? false : TICK}
      tickLine={false}
      tickMargin={6}
      axisLine={false}
      width={hidden ? 0 : width}
    />
  )
}

export function Grid({ horizontal = false, vertical = false }: { horizontal?: boolean; vertical?: boolean }) {
  return (
    <CartesianGrid horizontal={horizontal} vertical={vertical} stroke="var(--chart-grid)" strokeWidth={1} />
  )
}

export interface AxisTitleProps {
  text: string
  /** Left above the plot, where it is read first; or right below it. */
  at: 'top' | 'bottom'
  /** Further left, such as over the numbers of the axis. */
  shift?: number
  strong?: boolean
}

/** What an axis measures, with its unit: level, so that it can be read without turning one's head. */
export function AxisTitle({ text, at, shift = 0, strong = false }: AxisTitleProps) {
  const plot = usePlotArea()
  if (!plot) return null
  const isTop = at === 'top'
  return (
    <text
      x={isTop ? plot.x - shift : plot.x + plot.width}
      y={isTop ? plot.y - 11 : plot.y + plot.height + X_HEIGHT + 14}
      textAnchor={isTop ? 'start' : 'end'}
      fill={strong ? 'var(--chart-ink)' : 'var(--chart-axis)'}
      fontSize={12}
      fontWeight={strong ? 600 : 500}
    >
      {text}
    </text>
  )
}

/** In the middle of a plot that has nothing to draw. */
export function PlotNote({ text }: { text: string }) {
  const plot = usePlotArea()
  if (!plot) return null
  return (
    <text
      x={plot.x + plot.width / 2}
      y={plot.y + plot.height / 2 + 4}
      textAnchor="middle"
      fill="var(--chart-axis)"
      fontSize={12}
    >
      {text}
    </text>
  )
}

function ends(ticks: readonly number[]): [number, number] {
  return [ticks[0] ?? 0, ticks.at(-1) ?? 1]
}
