import type { Dialect } from '../dialect.ts'
import { decoded } from './references.ts'

/** Spaces of every kind, and marks that show nothing: no-break, ideographic, zero-width, byte order mark. */
const BLANKS = ` \t\r\n\v\f\u00a0\u1680${among(0x2000, 0x200a)}\u200b\u2028\u2029\u202f\u205f\u3000\ufeff`

/** Those of them that are ASCII. */
const ASCII_BLANKS = [' ', '\t', '\r', '\n', '\v', '\f']

/**
 * Most values are plain ASCII that no rule would change. A few looks tell, and only the others are worked on:
 * otherwise the rules would cost more than reading and writing the files. `LIKE` looks three times faster than a
 * regular expression does.
 */
const unlessClean = (raw: string, suspicious: readonly string[], change: string) =>
  `CASE WHEN ${suspicious.join(' OR ')} THEN ${change} ELSE ${raw} END`

const holds = (raw: string, pattern: string) => `${raw} LIKE '${pattern}'`
/** References, letters beyond ASCII, a blank (or any control) that begins it. */
const looks = (raw: string) => [holds(raw, '%&%'), `bit_length(${raw}) <> 8 * length(${raw})`, `${raw} < '!'`]

/** Text as people read it: entities decoded, trimmed, NFC. Line ends inside stay. */
export function text(d: Dialect, raw: string): string {
  const ends = ASCII_BLANKS.map((blank) => holds(raw, `%${blank}`))
  return unlessClean(raw, [...looks(raw), ...ends], readable(d, raw))
}

/** The same on one line, with single spaces: titles and names. */
export function line(d: Dialect, raw: string): string {
  const joined = d.replaceAll(raw, '[\\s\\x{0B}\\x{A0}\\x{202F}]+', ' ')
  const inside = ['  ', ...ASCII_BLANKS.slice(1)].map((blank) => holds(raw, `%${blank}%`))
  return unlessClean(raw, [...looks(raw), ...inside, holds(raw, '% ')], readable(d, joined))
}

function readable(d: Dialect, raw: string): string {
  return d.nfc(d.trim(decoded(d, raw), BLANKS))
}

/** Short values that are not for reading, trimmed and in lower case: what the rules for numbers and dates take. */
export function token(d: Dialect, raw: string): string {
  return d.lower(trimmed(d, raw))
}

export function trimmed(d: Dialect, raw: string): string {
  return unlessClean(raw, [d.matches(raw, '[^!-~]')], d.trim(raw, BLANKS))
}

/**
 * False for the ways to say that a value is not there; NULL for NULL. A longer one is known by its length. (A list
 * of all their spellings would be looked up by a join, which is slower.) `more`: other ways, of up to four letters.
 */
export function isKnown(d: Dialect, value: string, more: readonly string[] = []): string {
  const notThere = ['', 'n/a', '#n/a', '\\n', ...more].map(d.literal)
  return `(bit_length(${value}) > 32 OR lower(${value}) NOT IN (${notThere.join(', ')}))`
}

function among(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index)).join('')
}
