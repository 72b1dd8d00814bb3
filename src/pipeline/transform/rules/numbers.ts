import type { Dialect } from '../dialect.ts'
import { atMost, DECIMAL, decimalNumber, GAP, GROUPED } from './written-numbers.ts'

/** The rules here take a `token` (text.ts); NULL for what they cannot read, and for what no film can have. */
const PLAIN = `^${DECIMAL}$|^[0-9]+[.,]$`
const PERCENT = `^(${DECIMAL})${GAP}(?:%|percent|pct|pour${GAP}cent)$`
const FRACTION = `^(${DECIMAL})${GAP}(?:/|out of|of|sur)${GAP}(${DECIMAL})$`

/**
 * A score from 0 to `most`: a number (`8.3`, `8,3`) times `factor`, a share (`85 %`), a fraction (`8,3/10`); NULL for
 * anything else. DOUBLE.
 */
export function score(d: Dialect, value: string, most: number, factor = 1): string {
  const within = (scaled: string) => `CASE WHEN ${scaled} BETWEEN 0 AND ${most} THEN ${scaled} END`
  const number = (pattern: string, group: number) => decimalNumber(d, d.extract(value, pattern, group))
  const [got, of] = [number(FRACTION, 1), number(FRACTION, 2)]
  const share = `CASE WHEN ${of} >= ${most} THEN ${got} / (${of} / ${most}) WHEN ${of} > 0 THEN ${got} * (${most} / ${of}) END`
  return `CASE WHEN ${d.matches(value, PLAIN)} THEN ${within(times(decimalNumber(d, value), factor))}
    WHEN ${d.matches(value, PERCENT)} THEN ${within(times(number(PERCENT, 1), most / 100))}
    WHEN ${d.matches(value, FRACTION)} THEN ${within(share)} END`
}

/** Divided by 10, not multiplied by 0.1: 87 is 8.7, not 8.700000000000001. */
function times(value: string, factor: number): string {
  if (factor === 1) return value
  return factor < 1 ? `${value} / ${1 / factor}` : `${value} * ${factor}`
}

const COUNT = '^(?:[0-9]{1,15}(?:[.,](?:0{0,2}|0{4,}))?|[0-9]{4,15}[.,]0{3})$'
const COUNT_IN_GROUPS = `^(${GROUPED})(?:\\.0*)?(?:${GAP}(?:votes?|ratings?))?$`
const COUNT_IN_WORDS = `^(${DECIMAL})${GAP}(k|m|million)?s?(?:${GAP}(?:votes?|ratings?))?$`
/** More people than there are. */
const MOST_VOTES = 10_000_000_000

/** A count such as `1,234,567`, `1 234 567`, `1.234.567`, `1.2M`; 0 counts as unknown. BIGINT. */
export function tally(d: Dialect, value: string): string {
  const grouped = d.replaceAll(d.extract(value, COUNT_IN_GROUPS, 1), '[^0-9]', '')
  const unit = d.extract(value, COUNT_IN_WORDS, 2)
  const spoken = `${decimalNumber(d, d.extract(value, COUNT_IN_WORDS, 1))} * CASE substr(${unit}, 1, 1)
    WHEN 'k' THEN 1e3 WHEN 'm' THEN 1e6 ELSE 1e0 END`
  const count = `CASE WHEN ${d.matches(value, COUNT)} THEN ${d.tryCast(d.extract(value, '^[0-9]+', 0), 'DOUBLE')}
    WHEN ${d.matches(value, COUNT_IN_GROUPS)} THEN ${d.tryCast(grouped, 'DOUBLE')}
    WHEN ${unit} <> '' OR ${d.matches(value, `^[0-9]+${GAP}(?:votes?|ratings?)$`)} THEN round(${spoken}) END`
  return `nullif(${d.tryCast(atMost(count, MOST_VOTES), 'BIGINT')}, 0)`
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
