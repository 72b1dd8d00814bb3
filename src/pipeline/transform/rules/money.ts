import type { Dialect } from '../dialect.ts'
import { atMost, GAP, LARGE, largeNumber, SPACE } from './written-numbers.ts'

const UNIT = '(k|thousand|mille|m|mm|mn|mio|mil|mill|million|md|mds|mrd|milliard|b|bn|bln|billion)?s?\\.?'
const BEFORE = '(?:us\\s?\\$|\\$\\s?us|usd|\\$)?'
const AFTER = '(?:de\\s)?(?:us\\s?\\$|\\$(?:\\s?us)?|usd|(?:us )?dollars?(?: us)?)?'
const PATTERN = `^${BEFORE}${GAP}(${LARGE})${GAP}${UNIT}${GAP}${AFTER}(?:${GAP}\\([^()]*\\))?$`

/** A hundred billion dollars: no film has earned a thirtieth of it. */
const MOST = 100_000_000_000

/**
 * US dollars of a token such as `$38.5M`, `$425,000,000`, `38,5 M$`, `12 345 678 $`, `USD 500K`: a DOUBLE, not yet
 * rounded; 0 means unknown. Another currency is NULL: nothing here knows the rate of its day. `each`: of how many
 * dollars a number without a unit is.
 */
export function amount(d: Dialect, value: string, each = 1): string {
  const number = largeNumber(d, d.extract(value, PATTERN, 1))
  const written = d.extract(value, PATTERN, 2)
  const unit = `CASE WHEN ${written} = '' THEN ${each}e0
    WHEN substr(${written}, 1, 1) IN ('k', 't') OR ${written} = 'mille' THEN 1e3
    WHEN substr(${written}, 1, 1) = 'b' OR ${written} IN ('md', 'mds', 'mrd', 'milliard') THEN 1e9
    ELSE 1e6 END`
  return `nullif(${number} * ${unit}, 0)`
}

/** In whole dollars. BIGINT. */
export function dollars(d: Dialect, value: string, each = 1): string {
  return wholeDollars(d, amount(d, value, each))
}

/** NULL for 0, and for more than any film can have earned. */
export function wholeDollars(d: Dialect, value: string): string {
  return `nullif(${d.tryCast(atMost(`round(${value})`, MOST), 'BIGINT')}, 0)`
}

/**
 * How an amount without a unit is written, for columns that mix full numbers with small ones in millions:
 * `full` (652000000), `full_point` (415000000.0), `small_point` (1,131.6), NULL for anything else.
 */
export function notation(d: Dialect, value: string): string {
  const group = `(?:,|${SPACE}|['’])`
  const large = `\\$?${GAP}(?:[0-9]{6,}|[0-9]{1,3}(?:(?:${group}[0-9]{3})+|(?:\\.[0-9]{3}){2,}))`
  const after = `${GAP}\\$?$`
  return `CASE
    WHEN ${d.matches(value, `^\\$?${GAP}(?:(?:[0-9]{1,4}|[0-9]${group}[0-9]{3})(?:\\.[0-9]+|,[0-9]{1,2}))${after}`)} THEN 'small_point'
    WHEN ${d.matches(value, `^${large}${after}`)} THEN 'full'
    WHEN ${d.matches(value, `^${large}[.,][0-9]+${after}`)} THEN 'full_point' END`
}
