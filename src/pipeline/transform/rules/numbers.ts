import type { Dialect } from '../dialect.ts'

/** The rules here take a `token` (text.ts); NULL for what they cannot read. */
const PLAIN = '^[0-9]+(?:\\.[0-9]+)?%?$'

/** A number from `low` to `high`, with or without a percent sign; NULL for anything else. DOUBLE. */
export function score(d: Dialect, value: string, low: number, high: number): string {
  const number = d.tryCast(`replace(${value}, '%', '')`, 'DOUBLE')
  return `CASE WHEN ${d.matches(value, PLAIN)} AND ${number} BETWEEN ${low} AND ${high} THEN ${number} END`
}

/** A count such as `1,234,567`; 0 counts as unknown. BIGINT. */
export function tally(d: Dialect, value: string): string {
  const digits = `replace(${value}, ',', '')`
  return `CASE WHEN ${d.matches(digits, '^[0-9]{1,15}(?:\\.0+)?$')}
    THEN nullif(${d.tryCast(d.extract(digits, '^[0-9]+', 0), 'BIGINT')}, 0) END`
}

/** The first year of `1999`, `1999–2001` or `1927/28`. INTEGER. */
export function year(d: Dialect, value: string): string {
  const first = d.tryCast(d.extract(value, '^([0-9]{4})(?:[^0-9]|$)', 1), 'INTEGER')
  return `CASE WHEN ${first} BETWEEN 1870 AND 2200 THEN ${first} END`
}

/** `true`, `yes`, `1`, `t` and their opposites. */
export function flag(value: string): string {
  return `CASE WHEN ${value} IN ('true', 't', 'yes', '1') THEN TRUE
    WHEN ${value} IN ('false', 'f', 'no', '0') THEN FALSE END`
}

/**
 * US dollars: `$38.5M`, `$425,000,000`, `1.2B`, `USD 500K`, rounded to whole ones; 0 means unknown. Another
 * currency is NULL: nothing here knows the rate of its day. BIGINT.
 */
export function dollars(d: Dialect, value: string): string {
  const amount = `replace(${value}, ',', '')`
  const pattern =
    '^(?:us\\s?\\$|usd|\\$)?\\s*([0-9]{1,15}(?:\\.[0-9]+)?)\\s*(k|thousand|m|mn|mil|million|b|bn|billion)?$'
  const number = d.tryCast(d.extract(amount, pattern, 1), 'DOUBLE')
  const unit = `CASE substr(${d.extract(amount, pattern, 2)}, 1, 1)
    WHEN 'k' THEN 1e3 WHEN 't' THEN 1e3 WHEN 'm' THEN 1e6 WHEN 'b' THEN 1e9 ELSE 1e0 END`
  return `nullif(${d.tryCast(`round(${number} * ${unit})`, 'BIGINT')}, 0)`
}

/** Minutes of `135 min`, `2h 15m`, `1 hr 5 min`, `156.0`, rounded; 0 means unknown. INTEGER. */
export function minutes(d: Dialect, value: string): string {
  const hours = '(?:([0-9]{1,2})\\s*h(?:ours?|rs?)?\\.?)'
  const rest = '(?:([0-9]{1,4}(?:\\.[0-9]+)?)\\s*(?:m(?:in(?:ute)?s?)?\\.?)?)'
  const pattern = `^${hours}?\\s*${rest}?$`
  const part = (group: number) => `coalesce(${d.tryCast(d.extract(value, pattern, group), 'DOUBLE')}, 0)`
  return `nullif(${d.tryCast(`round(${part(1)} * 60 + ${part(2)})`, 'INTEGER')}, 0)`
}
