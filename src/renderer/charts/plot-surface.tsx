import { type PointerEvent, useRef } from 'react'
import { usePlotArea, useXAxisInverseScale, useXAxisScale, useYAxisScale } from 'recharts'
import classes from './frame.module.css'
import type { Place } from './nearest.ts'

/** A pointer that moved less than this has clicked. */
const CLICK_PIXELS = 4

export interface PlotSurfaceProps {
  /** The pointer in the pixels of the drawing; null when it left. */
  onMove(point: Place | null): void
  onClick?: ((point: Place) => void) | undefined
  /** Drawn across the plot from side to side; called as it grows, and once more, done, at its end. */
  onBrush?: ((range: [number, number] | null, isDone: boolean) => void) | undefined
  cursor: 'pointer' | 'crosshair' | 'default'
}

/** Above the marks: catches the pointer for all of them at once. */
export function PlotSurface({ onMove, onClick, onBrush, cursor }: PlotSurfaceProps) {
  const plot = usePlotArea()
  const valueAt = useXAxisInverseScale()
  const start = useRef<{ x: number; isDrag: boolean } | null>(null)
  if (!plot) return null

  const place = (event: PointerEvent<SVGRectElement>) => {
    const svg = event.currentTarget.ownerSVGElement
    const box = svg?.getBoundingClientRect()
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) }
  }
  const rangeTo = (x: number): [number, number] | null => {
    if (!start.current || !valueAt) return null
    const inside = (pixel: number) => Math.min(plot.x + plot.width, Math.max(plot.x, pixel))
    const values = [Number(valueAt(inside(start.current.x))), Number(valueAt(inside(x)))]
    return [Math.min(...values), Math.max(...values)]
  }

  return (
    <rect
      x={plot.x}
      y={plot.y}
      width={plot.width}
      height={plot.height}
      className={classes.surface}
      style={{ cursor }}
      fill="transparent"
      data-export="no"
      onPointerDown={(event) => {
        if (event.button !== 0) return
        start.current = { x: place(event).x, isDrag: false }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        const point = place(event)
        const from = start.current
        if (from && onBrush && Math.abs(point.x - from.x) >= CLICK_PIXELS) from.isDrag = true
        if (from?.isDrag) onBrush?.(rangeTo(point.x), false)
        else onMove(point)
      }}
      onPointerUp={(event) => {
        const from = start.current
        if (from?.isDrag) onBrush?.(rangeTo(place(event).x), true)
        else if (from) onClick?.(place(event))
        start.current = null
      }}
      onPointerCancel={() => {
        start.current = null
        onBrush?.(null, true)
      }}
      onPointerLeave={() => {
        if (!start.current) onMove(null)
      }}
    />
  )
}

/** What has been brushed, from side to side; over it what the brush would set, in words. */
export function Brushed({ range, label }: { range: readonly [number, number] | null; label?: string }) {
  const plot = usePlotArea()
  const scale = useXAxisScale()
  if (!range || !plot || !scale) return null
  const [left, right] = [scale(range[0]) ?? plot.x, scale(range[1]) ?? plot.x]
  return (
    <g data-export="no" pointerEvents="none">
      <rect
        x={left}
        y={plot.y}
        width={Math.max(1, right - left)}
        height={plot.height}
        fill="var(--chart-1)"
        fillOpacity={0.12}
        stroke="var(--chart-1)"
        strokeOpacity={0.6}
      />
      {label && (
        <text
          x={(left + right) / 2}
          y={plot.y + 16}
          textAnchor="middle"
          fill="var(--chart-ink)"
          stroke="var(--chart-paper)"
          strokeWidth={3}
          paintOrder="stroke"
          fontSize={12}
          fontWeight={600}
        >
          {label}
        </text>
      )}
    </g>
  )
}

/** Turns values into the pixels of the drawing; undefined until the axes are known. */
export function usePlace(): ((x: number, y: number) => Place) | undefined {
  const x = useXAxisScale()
  const y = useYAxisScale()
  if (!x || !y) return undefined
  return (atX, atY) => ({ x: x(atX) ?? Number.NaN, y: y(atY) ?? Number.NaN })
}
