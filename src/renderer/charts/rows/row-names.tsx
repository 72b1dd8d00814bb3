import { usePlotArea } from 'recharts'
import { textWidth } from '../measure-text.ts'
import { shorten } from '../shorten.ts'

export interface RowName {
  name: string
  /** Such as how many films, after the name. */
  note: string
}

const SIZE = 12.5
const NOTE = 11
const GAP = 9

/** How much room names and notes need, the names up to `most` pixels. */
export function namesWidth(names: readonly RowName[], most: number): number {
  const widths = names.map(({ name }) => textWidth(name, SIZE, 600))
  return Math.ceil(Math.min(most, Math.max(40, ...widths)) + notesWidth(names) + 2 * GAP)
}

const notesWidth = (names: readonly RowName[]) =>
  Math.max(0, ...names.map(({ note }) => textWidth(note, NOTE)))

/** Left of the plot, one name a row, the notes in a column of their own. */
export function RowNames({ names, active }: { names: readonly RowName[]; active: number | null }) {
  const plot = usePlotArea()
  if (!plot) return null
  const height = plot.height / Math.max(1, names.length)
  const end = plot.x - 2 * GAP - notesWidth(names)
  return (
    <g pointerEvents="none">
      {names.map(({ name, note }, index) => {
        const y = plot.y + (index + 0.5) * height + 4
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may share a name
          <g key={index}>
            <text
              x={end}
              y={y}
              textAnchor="end"
              fontSize={SIZE}
              fontWeight={active === index ? 650 : 500}
              fill="var(--chart-ink)"
            >
              {shorten(name, end, (text) => textWidth(text, SIZE, 600))}
            </text>
            <text x={plot.x - GAP} y={y} textAnchor="end" fontSize={NOTE} fill="var(--chart-axis)">
              {note}
            </text>
          </g>
        )
      })}
    </g>
  )
}
