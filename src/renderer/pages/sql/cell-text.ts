import { isNumeric } from './numeric.ts'

/** Where a plain number would be a row of zeros. */
const [HUGE, TINY] = [1e15, 1e-6]

/**
 * A value as the language writes it: every digit of a number, grouped from five digits on, so that years stay
 * years. Null for NULL. Whole numbers beyond 2⁵³ come as text, and are grouped as well.
 */
export function cellText(value: unknown, type: string, language: string): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'object') return JSON.stringify(value)
  const text = String(value)
  if (!isNumeric(type) || !/^-?\d/.test(text)) return text
  const size = Math.abs(Number(text))
  const isOdd = typeof value === 'number' && size !== 0 && (size >= HUGE || size < TINY)
  // A text is formatted to its last digit, where a number could be rounded.
  return numberFormat(language, isOdd).format(text as `${number}`)
}

const formats = new Map<string, Intl.NumberFormat>()

/** Every cell asks for one, and making it takes a while. */
function numberFormat(language: string, scientific: boolean): Intl.NumberFormat {
  const key = `${language} ${scientific}`
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(language, {
      useGrouping: 'min2',
      maximumFractionDigits: 20,
      ...(scientific && { notation: 'scientific' }),
    })
  formats.set(key, format)
  return format
}
