import type { Dialect } from '../dialect.ts'

/** Spaces that may stand in a number, or before its unit: ordinary, no-break, figure, thin, narrow no-break. */
const SPACES = ' \\x{A0}\\x{2007}\\x{2009}\\x{202F}'
export const SPACE = `[${SPACES}]`
/** Some of them, or none. */
export const GAP = `[\\s${SPACES}]*`

/** `12`, `8.3`, `.5`, and `8,3` where the kind of the column says that a comma is the decimal one. */
export const DECIMAL = '[0-9]*[.,]?[0-9]+'

/** Digits in groups of three: by commas (or two, as in India), points, spaces or apostrophes. */
export const GROUPED = `[0-9]{1,3}(?:(?:,[0-9]{2,3})*,[0-9]{3}|(?:\\.[0-9]{3})+|(?:${SPACE}[0-9]{3})+|(?:['’][0-9]{3})+)`

/**
 * A number that may be large, with decimals. What follows a single comma is three digits of thousands (`1,234`), or
 * decimals where it is not three digits; what follows a single point are decimals (`1.234`).
 */
export const LARGE = `(?:[0-9]{1,3}(?:(?:,[0-9]{3})+(?:\\.[0-9]+)?|(?:\\.[0-9]{3}){2,}(?:,[0-9]+)?|\\.[0-9]{3},[0-9]{1,2}|(?:${SPACE}[0-9]{3})+(?:[.,][0-9]+)?|(?:['’][0-9]{3})+(?:[.,][0-9]+)?)|[0-9]{1,15}(?:[.,][0-9]+)?)`

const DECIMAL_COMMA = ',[0-9]{1,2}$|,[0-9]{4,}$|^[0-9]{4,},|\\.[0-9]{3}[.,]'

/** The DOUBLE that a text of the form `LARGE` writes. */
export function largeNumber(d: Dialect, text: string): string {
  const european = `replace(${d.replaceAll(text, '[^0-9,]', '')}, ',', '.')`
  const plain = `CASE WHEN ${d.matches(text, '^[0-9]+(?:\\.[0-9]+)?$')} THEN ${text}
    WHEN ${d.matches(text, DECIMAL_COMMA)} THEN ${european} ELSE ${d.replaceAll(text, '[^0-9.]', '')} END`
  return d.tryCast(plain, 'DOUBLE')
}

/** The DOUBLE that a text of the form `DECIMAL` writes. */
export function decimalNumber(d: Dialect, text: string): string {
  return d.tryCast(`replace(${text}, ',', '.')`, 'DOUBLE')
}

/** NULL for more than `most`, which no film has. */
export function atMost(value: string, most: number): string {
  return `nullif(least(${value}, ${most + 1}e0), ${most + 1}e0)`
}
