import { usePlace } from '../plot-surface.tsx'
import type { Point } from './points.tsx'

const HALF = 4.5

/** A diamond on each mark that people had a hand in. */
export function ContributedMarks({ points }: { points: readonly Point[] }) {
  const place = usePlace()
  if (!place) return null
  return (
    <g
      fill="var(--chart-4)"
      stroke="var(--chart-paper)"
      strokeWidth={1.2}
      pointerEvents="none"
      data-testid="contributed-marks"
    >
      {points.map(({ x, y }) => {
        const at = place(x, y)
        return (
          <path
            key={`${x} ${y}`}
            d={`M${at.x} ${at.y - HALF}l${HALF} ${HALF}l${-HALF} ${HALF}l${-HALF} ${-HALF}z`}
          />
        )
      })}
    </g>
  )
}
