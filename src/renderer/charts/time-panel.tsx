import type { ReactNode } from 'react'
import { usePlotArea, useXAxisInverseScale } from 'recharts'
import { AxisTitle, BottomAxis, Grid, LeftAxis } from './axes.tsx'
import type { Place } from './nearest.ts'
import { Panel } from './panel.tsx'
import { Brushed, PlotSurface, type PlotSurfaceProps, usePlace } from './plot-surface.tsx'
import { yearTicks } from './ticks.ts'
import { TooltipAt } from './tooltip.tsx'
import type { TooltipText } from './tooltip-text.ts'

const AXIS_WIDTH = 62
const PIXELS_A_YEAR = 56
const PIXELS_A_SPAN = 78
/** Fewer bars are drawn among empty places, or a single one would fill the panel. */
const LEAST_BARS = 12

/** The years from the first bar to the last, half a year around each, with room around a few. */
export function timeDomain(
  buckets: readonly { year: number }[],
  span: number,
  least = LEAST_BARS,
): [number, number] {
  const first = buckets[0]?.year ?? 0
  const last = buckets.at(-1)?.year ?? 0
  const spare = Math.max(0, least - ((last - first) / span + 1)) / 2
  return [first - 0.5 - Math.ceil(spare) * span, last - 0.5 + span + Math.floor(spare) * span]
}

export interface TimePanelProps {
  width: number
  height: number
  domain: [number, number]
  title: string
  ticks: readonly number[]
  format(value: number): string
  /** The first year of each bar. */
  buckets: readonly { year: number }[]
  /** How many years a bar is. */
  span: number
  active: number | null
  onActive(index: number | null): void
  onOpen?: (index: number) => void
  onBrush?: NonNullable<PlotSurfaceProps['onBrush']>
  brush?: [number, number] | null
  brushText?: string
  tooltip?: { x: number; text: TooltipText } | undefined
  /** The lowest panel tells the years for all of them. */
  showsYears?: boolean
  children: ReactNode
}

/** One measure over the years. */
export function TimePanel(props: TimePanelProps) {
  const { width, height, domain, title, ticks, format, buckets, span, active, showsYears = false } = props
  const room = Math.floor((width - AXIS_WIDTH) / (span > 1 ? PIXELS_A_SPAN : PIXELS_A_YEAR))
  const years = yearTicks(Math.ceil(domain[0]), Math.floor(domain[1]), room, span)
  const middle = ((ticks[0] ?? 0) + (ticks.at(-1) ?? 0)) / 2
  return (
    <Panel width={width} height={height} margin={{ top: 28, right: 10, bottom: showsYears ? 4 : 8, left: 0 }}>
      <LeftAxis ticks={ticks} width={AXIS_WIDTH} format={format} />
      <BottomAxis
        // Below the middle of its bar.
        ticks={years.map((year) => year + (span - 1) / 2)}
        domain={domain}
        format={(middle) => yearName(middle, span)}
        hidden={!showsYears}
      />
      <Grid horizontal />
      <AxisTitle at="top" text={title} strong />
      <ActiveYear year={active === null ? undefined : buckets[active]?.year} span={span} />
      {props.children}
      <Brushed range={props.brush ?? null} {...(props.brushText ? { label: props.brushText } : {})} />
      <TimeSurface {...props} />
      {props.tooltip && <TooltipAt x={props.tooltip.x} y={middle} text={props.tooltip.text} />}
    </Panel>
  )
}

/** « 1994 », « 1990–1999 ». */
function yearName(middle: number, span: number): string {
  const first = middle - (span - 1) / 2
  return span > 1 ? `${first}–${first + span - 1}` : String(first)
}

function TimeSurface({ buckets, span, onActive, onOpen, onBrush }: TimePanelProps) {
  const valueAt = useXAxisInverseScale()
  const bucketAt = ({ x }: Place) => {
    const year = Number(valueAt?.(x))
    const index = buckets.findIndex((each) => year >= each.year - 0.5 && year < each.year + span - 0.5)
    return index < 0 ? null : index
  }
  return (
    <PlotSurface
      cursor={onBrush ? 'crosshair' : 'default'}
      onClick={(point) => {
        const index = bucketAt(point)
        if (index !== null) onOpen?.(index)
      }}
      onBrush={onBrush}
      onMove={(point) => onActive(point && bucketAt(point))}
    />
  )
}

/** A stripe through all panels at the year that is looked at. */
function ActiveYear({ year, span }: { year: number | undefined; span: number }) {
  const plot = usePlotArea()
  const place = usePlace()
  if (year === undefined || !plot || !place) return null
  const left = place(year - 0.5, 0).x
  const right = place(year + span - 0.5, 0).x
  return (
    <rect
      data-export="no"
      x={left}
      y={plot.y - 2}
      width={right - left}
      height={plot.height + 2}
      fill="var(--chart-muted)"
      fillOpacity={0.28}
    />
  )
}
