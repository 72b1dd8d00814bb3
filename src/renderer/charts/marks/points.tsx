import { memo } from 'react'
import { usePlace } from '../plot-surface.tsx'

export interface Point {
  x: number
  y: number
}

export interface PointsProps {
  points: readonly Point[]
  colour: string
  radius?: number
  opacity?: number
  /** A ring of paper around each, so that they stand out from those behind. */
  isRinged?: boolean
}

/** One dot a film. */
export function Points(props: PointsProps) {
  const place = usePlace()
  if (!place) return null
  const places = props.points.map(({ x, y }) => place(x, y))
  return <Dots places={places.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join()} {...props} />
}

/** Drawn again only when a dot has moved: there may be thousands, and the pointer moves often. */
const Dots = memo(
  function Dots({
    places,
    colour,
    radius = 3,
    opacity = 1,
    isRinged = false,
  }: PointsProps & { places: string }) {
    if (places === '') return null
    return (
      <g
        fill={colour}
        fillOpacity={opacity}
        stroke={isRinged ? 'var(--chart-paper)' : 'none'}
        strokeWidth={1.2}
      >
        {places.split(',').map((place, index) => {
          const [cx, cy] = place.split(' ')
          // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity but their place in the list
          return <circle key={index} cx={cx} cy={cy} r={radius} />
        })}
      </g>
    )
  },
  (before, after) =>
    before.places === after.places && before.colour === after.colour && before.radius === after.radius,
)

/** The dot that the pointer or the keyboard is on. */
export function ActivePoint({ x, y, colour, radius = 5.5 }: Point & { colour: string; radius?: number }) {
  const place = usePlace()
  if (!place) return null
  const { x: cx, y: cy } = place(x, y)
  return (
    <g data-export="no" pointerEvents="none">
      <circle cx={cx} cy={cy} r={radius + 3} fill={colour} fillOpacity={0.25} />
      <circle cx={cx} cy={cy} r={radius} fill={colour} stroke="var(--chart-paper)" strokeWidth={1.5} />
    </g>
  )
}
