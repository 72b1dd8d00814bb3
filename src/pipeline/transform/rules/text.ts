import type { Dialect } from '../dialect.ts'
import { ENTITIES } from './entities.ts'

/** Spaces of every kind, and marks that show nothing: no-break, ideographic, zero-width, byte order mark. */
const BLANKS = ' \t\r\n\v\f\u00a0\u2007\u202f\u3000\u200b\ufeff'

/** Text as people read it: entities decoded, trimmed, NFC. Line ends inside stay. */
export function text(d: Dialect, raw: string): string {
  return d.nfc(d.trim(`CASE WHEN ${raw} LIKE '%&%' THEN ${decoded(d, raw)} ELSE ${raw} END`, BLANKS))
}

/** The same on one line, with single spaces: titles and names. */
export function line(d: Dialect, raw: string): string {
  return text(d, d.replaceAll(raw, '[\\s\\x{00A0}\\x{202F}]+', ' '))
}

/** Short values that are not for reading, trimmed and in lower case: what the rules for numbers and dates take. */
export function token(d: Dialect, raw: string): string {
  return `lower(${trimmed(d, raw)})`
}

export function trimmed(d: Dialect, raw: string): string {
  return d.trim(raw, BLANKS)
}

/** False for the ways to say that a value is not there; NULL for NULL. */
export function isKnown(d: Dialect, value: string): string {
  return `lower(${value}) NOT IN (${['', 'n/a', '#n/a', '\\n'].map(d.literal).join(', ')})`
}

/**
 * HTML's character references: named ones, decimal and hexadecimal numbers. What is none stays as it is.
 * Decoded once: `&amp;lt;` is the text `&lt;`.
 */
function decoded(d: Dialect, raw: string): string {
  const parts = d.transform(d.split(raw, '&'), (part, index) => {
    const rest = d.replaceAll(part, '^[^;]*;', '')
    const named = d.lookUp(ENTITIES, d.extract(part, '^(#?[A-Za-z0-9]{1,10});', 1))
    const decimal = d.tryCast(d.extract(part, '^#([0-9]{1,7});', 1), 'INTEGER')
    const hexadecimal = d.fromHex(d.extract(part, '^#[xX]([0-9A-Fa-f]{1,6});', 1))
    const character = (number: string) => `${d.codePoint(number)} || ${rest}`
    return `CASE WHEN ${index} = 1 THEN ${part}
      WHEN ${isCharacter(decimal)} THEN ${character(decimal)}
      WHEN ${named} IS NOT NULL THEN ${named} || ${rest}
      WHEN ${isCharacter(hexadecimal)} THEN ${character(hexadecimal)}
      ELSE '&' || ${part} END`
  })
  return d.join(parts, '')
}

/** Code points that may stand in a text: no controls but line ends and tabs, no surrogates. */
function isCharacter(number: string): string {
  return `(${number} IN (9, 10, 13) OR ${number} BETWEEN 32 AND 126 OR ${number} BETWEEN 160 AND 55295
    OR ${number} BETWEEN 57344 AND 1114111)`
}
