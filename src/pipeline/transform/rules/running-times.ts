import type { Dialect } from '../dialect.ts'
import { atMost, decimalNumber, GAP } from './written-numbers.ts'

const NUMBER = '^[0-9]{1,7}(?:[.,][0-9]+)?$'
/** `1,440`: a comma before three digits; of hours it is a decimal one. */
const THOUSANDS = '^[0-9]{1,3},[0-9]{3}$'
const HOURS = '(?:([0-9]{1,6}(?:[.,][0-9]+)?)\\s*h(?:ours?|eures?|rs?)?\\.?)'
const MINUTES = "(?:([0-9]{1,6}(?:[.,][0-9]+)?)\\s*(?:m(?:n|in(?:ute)?s?)?|['’′])\\.?)"
const SECONDS = '(?:([0-9]{1,7}(?:[.,][0-9]+)?)\\s*(?:s(?:ec(?:onde?)?s?)?|["”″])\\.?)'
const AND = '(?:\\s|,|and|et)*'
const REMARK = `(?:${GAP}\\([^()]*\\))?$`
const SAID = `^(?:pt)?${HOURS}?${AND}${MINUTES}?${AND}${SECONDS}?${REMARK}`
/** `2h15`: what follows the hours are minutes. */
const SHORT = `^${HOURS}\\s*([0-9]{1,2})$`
const CLOCK = '^([0-9]{1,3}):([0-5][0-9])(?::([0-5][0-9]))?$'

/** A thousand hours: the longest film of all is of 857. */
const MOST = 60_000

/**
 * Minutes of `135 min`, `2h 15m 30s`, `1 hr 5 min`, `2:15`, `1:30:45`, `156.0`, rounded; 0 means unknown, and so does
 * more than a thousand hours. INTEGER. `each`: of how many minutes a number without a unit is.
 */
export function minutes(d: Dialect, value: string, each = 1): string {
  const thousands = (text: string) =>
    `CASE WHEN ${d.matches(text, THOUSANDS)} THEN ${decimalNumber(d, `replace(${text}, ',', '')`)}
      ELSE ${decimalNumber(d, text)} END`
  const number = each < 60 ? thousands(value) : decimalNumber(d, value)
  const spaced = d.replaceAll(value, '[\\x{A0}\\x{2007}\\x{2009}\\x{202F}]', ' ')
  const total = `CASE WHEN ${d.matches(value, NUMBER)} THEN ${number} * ${each}
    ELSE ${d.bind(spaced, (told) => inWords(d, told, thousands))} END`
  return `nullif(${d.tryCast(atMost(`round(${total})`, MOST), 'INTEGER')}, 0)`
}

function inWords(d: Dialect, told: string, thousands: (text: string) => string): string {
  const part = (pattern: string, group: number) =>
    `coalesce(${decimalNumber(d, d.extract(told, pattern, group))}, 0)`
  return `CASE
    WHEN ${d.matches(told, CLOCK)} THEN ${part(CLOCK, 1)} * 60 + ${part(CLOCK, 2)} + ${part(CLOCK, 3)} / 60
    WHEN ${d.matches(told, SHORT)} THEN ${part(SHORT, 1)} * 60 + ${part(SHORT, 2)}
    WHEN ${d.matches(told, SAID)} THEN ${part(SAID, 1)} * 60
      + coalesce(${thousands(d.extract(told, SAID, 2))}, 0) + ${part(SAID, 3)} / 60 END`
}
