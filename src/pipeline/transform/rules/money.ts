import type { Dialect } from '../dialect.ts'

const NUMBER = '([0-9]{1,3}(?:[, ][0-9]{3})+(?:\\.[0-9]+)?|[0-9]{1,15}(?:\\.[0-9]+)?)'
const PATTERN = `^(?:us\\s?\\$|usd|\\$)?\\s*${NUMBER}\\s*(k|thousand|m|mn|mil|mill|million|b|bn|billion)?s?\\.?\\s*(?:usd|us dollars|dollars)?(?:\\s*\\([^()]*\\))?$`

/**
 * US dollars of a token such as `$38.5M`, `$425,000,000`, `1.2B`, `USD 500K`: a DOUBLE, not yet rounded; 0 means
 * unknown. Another currency is NULL: nothing here knows the rate of its day. `each`: of how many dollars a number
 * without a unit is.
 */
export function amount(d: Dialect, value: string, each = 1): string {
  const number = d.tryCast(d.replaceAll(d.extract(value, PATTERN, 1), '[, ]', ''), 'DOUBLE')
  const unit = `CASE substr(${d.extract(value, PATTERN, 2)}, 1, 1)
    WHEN 'k' THEN 1e3 WHEN 't' THEN 1e3 WHEN 'm' THEN 1e6 WHEN 'b' THEN 1e9 ELSE ${each}e0 END`
  return `nullif(${number} * ${unit}, 0)`
}

/** In whole dollars. BIGINT. */
export function dollars(d: Dialect, value: string, each = 1): string {
  return wholeDollars(d, amount(d, value, each))
}

export function wholeDollars(d: Dialect, value: string): string {
  return `nullif(${d.tryCast(`round(${value})`, 'BIGINT')}, 0)`
}

/**
 * How an amount without a unit is written, for columns that mix full numbers with small ones in millions:
 * `full` (652000000), `full_point` (415000000.0), `small_point` (1,131.6), NULL for anything else.
 */
export function notation(d: Dialect, value: string): string {
  const large = '^\\$?(?:[0-9]{6,}|[0-9]{1,3}(?:,[0-9]{3}){1,})'
  return `CASE WHEN ${d.matches(value, '^\\$?(?:[0-9]{1,4}|[0-9],[0-9]{3})\\.[0-9]+$')} THEN 'small_point'
    WHEN ${d.matches(value, `${large}$`)} THEN 'full'
    WHEN ${d.matches(value, `${large}\\.[0-9]+$`)} THEN 'full_point' END`
}
