import { ActivePoint } from '../../../charts/marks/points.tsx'
import { usePlace } from '../../../charts/plot-surface.tsx'

interface At {
  x: number
  y: number
}

/** The mean rating over time; a year between two without films is a dot of its own. */
export function RatingLine({ segments, active }: { segments: readonly At[][]; active: At | null }) {
  const place = usePlace()
  if (!place) return null
  const colour = 'var(--chart-2)'
  return (
    <g pointerEvents="none">
      {segments.map((segment) => {
        const places = segment.map(({ x, y }) => place(x, y))
        const [only] = places
        const key = segment[0]?.x
        if (only && places.length === 1)
          return <circle key={key} cx={only.x} cy={only.y} r={2.4} fill={colour} />
        const line = places.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
        return (
          <polyline
            key={key}
            points={line}
            fill="none"
            stroke={colour}
            strokeWidth={2}
            strokeLinejoin="round"
            strokeLinecap="round"
          />
        )
      })}
      {active && <ActivePoint {...active} colour={colour} radius={4} />}
    </g>
  )
}
