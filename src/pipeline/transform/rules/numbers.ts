import type { Dialect } from '../dialect.ts'

/** The rules here take a `token` (text.ts); NULL for what they cannot read. */
const PLAIN = '^[0-9]*\\.?[0-9]+%?$|^[0-9]+\\.$'

/** A number from 0 to `most`, with or without a percent sign, times `factor`; NULL for anything else. DOUBLE. */
export function score(d: Dialect, value: string, most: number, factor = 1): string {
  const number = d.tryCast(`replace(${value}, '%', '')`, 'DOUBLE')
  const scaled = factor === 1 ? number : `${number} * ${factor}`
  return `CASE WHEN ${d.matches(value, PLAIN)} AND ${scaled} BETWEEN 0 AND ${most} THEN ${scaled} END`
}

/** A count such as `1,234,567`; 0 counts as unknown. BIGINT. */
export function tally(d: Dialect, value: string): string {
  const digits = d.replaceAll(value, '[, ]', '')
  return `CASE WHEN ${d.matches(digits, '^[0-9]{1,15}(?:\\.0*)?$')}
    THEN nullif(${d.tryCast(d.extract(digits, '^[0-9]+', 0), 'BIGINT')}, 0) END`
}

/** The first year of `1999`, `(1999)`, `1999–2001` or `1927/28`. INTEGER. */
export function year(d: Dialect, value: string): string {
  const first = d.tryCast(d.extract(value, '^\\(?([0-9]{4})(?:[^0-9]|$)', 1), 'INTEGER')
  return plausibleYear(first)
}

/** NULL for a year in which no film can have come out. INTEGER. */
export function plausibleYear(value: string): string {
  return `CASE WHEN ${value} BETWEEN 1870 AND 2200 THEN ${value} END`
}

/** `true`, `yes`, `1`, `t` and their opposites. */
export function flag(value: string): string {
  const all = (words: string[], meaning: string) => words.map((word) => `WHEN '${word}' THEN ${meaning}`)
  const words = [
    ...all(['true', 't', 'yes', 'y', '1'], 'TRUE'),
    ...all(['false', 'f', 'no', 'n', '0'], 'FALSE'),
  ]
  // Not `IN`: a list as long as these is looked up by a join, through which the whole record would go.
  return `CASE ${value} ${words.join(' ')} END`
}

/** Minutes of `135 min`, `2h 15m`, `1 hr 5 min`, `2:15`, `156.0`, rounded; 0 means unknown. INTEGER.
 * `each`: of how many minutes a number without a unit is. */
export function minutes(d: Dialect, value: string, each = 1): string {
  const hours = '(?:([0-9]{1,2})\\s*h(?:ours?|rs?)?\\.?,?)'
  const rest = '(?:([0-9]{1,4}(?:\\.[0-9]+)?)\\s*m(?:in(?:ute)?s?)?\\.?)'
  const number = '([0-9]{1,6}(?:\\.[0-9]+)?)'
  const said = `^(?:pt)?${hours}?(?:\\s|and)*${rest}?$`
  const clock = '^([0-9]{1,2}):([0-5][0-9])(?::[0-5][0-9])?$'
  const part = (pattern: string, group: number) =>
    `coalesce(${d.tryCast(d.extract(value, pattern, group), 'DOUBLE')}, 0)`
  const total = [
    `${part(`^${number}$`, 1)} * ${each}`,
    `${part(said, 1)} * 60 + ${part(said, 2)}`,
    // `2h15`: what follows the hours are minutes.
    `${part(`^${hours}\\s*([0-9]{1,2})$`, 1)} * 60 + ${part(`^${hours}\\s*([0-9]{1,2})$`, 2)}`,
    `${part(clock, 1)} * 60 + ${part(clock, 2)}`,
  ]
  return `nullif(${d.tryCast(`round(${total.join(' + ')})`, 'INTEGER')}, 0)`
}
