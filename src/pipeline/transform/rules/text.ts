import type { Dialect } from '../dialect.ts'
import { decoded } from './references.ts'

/** Spaces of every kind, and marks that show nothing: no-break, ideographic, zero-width, byte order mark. */
const BLANKS = ' \t\r\n\v\f\u00a0\u2007\u202f\u3000\u200b\ufeff'
const BLANK = '[\\s\\x{0B}\\x{A0}\\x{2007}\\x{202F}\\x{3000}\\x{200B}\\x{FEFF}]'

/**
 * Most values are printable ASCII that no rule would change. One look tells, and only the others are worked on:
 * otherwise the rules would cost more than reading and writing the files.
 */
const unlessClean = (d: Dialect, raw: string, suspicious: string, change: string) =>
  `CASE WHEN ${d.matches(raw, suspicious)} THEN ${change} ELSE ${raw} END`

/** Text as people read it: entities decoded, trimmed, NFC. Line ends inside stay. */
export function text(d: Dialect, raw: string): string {
  return unlessClean(d, raw, '[^ -~]|&|^ | $', readable(d, raw))
}

/** The same on one line, with single spaces: titles and names. */
export function line(d: Dialect, raw: string): string {
  const joined = d.replaceAll(raw, '[\\s\\x{0B}\\x{A0}\\x{202F}]+', ' ')
  return unlessClean(d, raw, '[^ -~]|&|^ | $|  ', readable(d, joined))
}

function readable(d: Dialect, raw: string): string {
  return d.nfc(d.replaceAll(decoded(d, raw), `^${BLANK}+|${BLANK}+$`, ''))
}

/** Short values that are not for reading, trimmed and in lower case: what the rules for numbers and dates take. */
export function token(d: Dialect, raw: string): string {
  return `lower(${trimmed(d, raw)})`
}

export function trimmed(d: Dialect, raw: string): string {
  return unlessClean(d, raw, '[^!-~]', d.trim(raw, BLANKS))
}

/** False for the ways to say that a value is not there; NULL for NULL. */
export function isKnown(d: Dialect, value: string): string {
  return `lower(${value}) NOT IN (${['', 'n/a', '#n/a', '\\n'].map(d.literal).join(', ')})`
}
