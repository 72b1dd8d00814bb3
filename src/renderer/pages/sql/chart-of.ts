import type { Result } from '../../../pipeline/api.ts'
import { isNumeric } from './numeric.ts'

export interface SqlChart {
  kind: 'line' | 'bar'
  x: string
  y: string
  points: { x: string | number; y: number }[]
}

/** Beyond it bars are hairlines. */
const MOST_BARS = 60

/**
 * The chart a result is fit for: its first column across, its first other column of numbers up. Numbers across
 * make a line, labels make bars. Null when there is no such pair.
 */
export function chartOf({ columns, rows }: Pick<Result<'sql.query'>, 'columns' | 'rows'>): SqlChart | null {
  const [first, ...others] = columns
  const second = others.find(({ type }) => isNumeric(type))
  if (!first || !second) return null
  const kind = isNumeric(first.type) || /^(DATE|TIMESTAMP)/.test(first.type) ? 'line' : 'bar'
  const points = rows.flatMap((row) => {
    const [x, y] = [row[first.name], row[second.name]]
    const known = (typeof x === 'string' || typeof x === 'number') && typeof y === 'number'
    return known ? [{ x, y }] : []
  })
  if (points.length === 0) return null
  return { kind, x: first.name, y: second.name, points: kind === 'bar' ? points.slice(0, MOST_BARS) : points }
}
