import { useMemo } from 'react'
import { usePlotArea } from 'recharts'
import { nearest, type Place } from '../../../charts/nearest.ts'
import { PlotSurface, type PlotSurfaceProps, usePlace } from '../../../charts/plot-surface.tsx'
import type { ScatterMark } from './marks.ts'

/** How far from a film, and from the middle of a cell, the pointer still means it. */
const REACH = { film: 16, cell: 13 }

export interface ScatterSurfaceProps {
  marks: readonly ScatterMark[]
  isOverMark: boolean
  onActive(index: number | null): void
  onOpen(index: number): void
  onBrush: NonNullable<PlotSurfaceProps['onBrush']>
}

/** Finds the film under the pointer, else the cell. */
export function ScatterSurface({ marks, isOverMark, onActive, onOpen, onBrush }: ScatterSurfaceProps) {
  const place = usePlace()
  const plot = usePlotArea()
  const key = place && plot ? JSON.stringify([place(0, 0), place(1, 1)]) : ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the scales
  const places = useMemo(() => (place ? marks.map(({ x, y }) => place(x, y)) : []), [marks, key])
  const films = useMemo(
    () => places.map((each, index) => (marks[index]?.film ? each : NOWHERE)),
    [places, marks],
  )
  const markAt = ({ x, y }: Place) => nearest(films, x, y, REACH.film) ?? nearest(places, x, y, REACH.cell)
  return (
    <PlotSurface
      cursor={isOverMark ? 'pointer' : 'crosshair'}
      onClick={(point) => {
        const index = markAt(point)
        if (index !== null) onOpen(index)
      }}
      onBrush={onBrush}
      onMove={(point) => onActive(point && markAt(point))}
    />
  )
}

const NOWHERE = { x: Number.POSITIVE_INFINITY, y: Number.POSITIVE_INFINITY }
