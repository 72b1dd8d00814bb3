import { useMemo } from 'react'
import { usePlotArea } from 'recharts'
import { placeLabels } from '../label-placement.ts'
import { textWidth } from '../measure-text.ts'
import { usePlace } from '../plot-surface.tsx'

const SIZE = 11.5
const HEIGHT = 14

export interface Labelled {
  id: string
  x: number
  y: number
  text: string
}

/** Names beside marks, none over another; those for which there is no room are left to the list. */
export function PointLabels({
  labels,
  marks,
}: {
  labels: readonly Labelled[]
  marks: readonly { x: number; y: number }[]
}) {
  const plot = usePlotArea()
  const place = usePlace()
  const key = plot && place ? JSON.stringify([plot, place(0, 0), place(1, 1)]) : ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the plot and the scales
  const placed = useMemo(() => {
    if (!plot || !place) return []
    const anchors = labels.map(({ x, y, text }) => ({
      ...place(x, y),
      width: textWidth(text, SIZE, 500) + 2,
      height: HEIGHT,
    }))
    const places = placeLabels(
      anchors,
      marks.map(({ x, y }) => place(x, y)),
      plot,
    )
    return labels.map((label, index) => ({ label, anchor: anchors[index], at: places[index] }))
  }, [labels, marks, key])
  return (
    <g pointerEvents="none" fontSize={SIZE} fontWeight={500} fill="var(--chart-ink)">
      {placed.map(({ label, anchor, at }) =>
        anchor && at ? (
          <g key={label.id}>
            {at.isFar && (
              <line
                x1={anchor.x}
                y1={anchor.y}
                x2={Math.min(at.x + at.width, Math.max(at.x, anchor.x))}
                y2={at.y + at.height / 2}
                stroke="var(--chart-muted)"
              />
            )}
            <text
              x={at.x + 1}
              y={at.y + HEIGHT - 3.5}
              stroke="var(--chart-paper)"
              strokeWidth={3}
              strokeLinejoin="round"
              paintOrder="stroke"
            >
              {label.text}
            </text>
          </g>
        ) : null,
      )}
    </g>
  )
}
