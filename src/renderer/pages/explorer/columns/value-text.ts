import type { Format } from '../../../i18n/format.ts'

/** How the values of a column are written. */
export type ValueKind =
  | 'text'
  | 'list'
  | 'year'
  | 'rating'
  | 'score'
  | 'integer'
  | 'money'
  | 'money_rate'
  | 'minutes'
  | 'day'
  | 'ratio'

const NUMERIC: ReadonlySet<ValueKind> = new Set([
  'year',
  'rating',
  'score',
  'integer',
  'money',
  'money_rate',
  'minutes',
  'ratio',
])

export function isNumeric(kind: ValueKind): boolean {
  return NUMERIC.has(kind)
}

/** Null when the value is unknown: shown as a dash, never as 0. */
export function valueText(kind: ValueKind, value: unknown, format: Format): string | null {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : null
  if (typeof value === 'number') return numberText(kind, value, format)
  const text = String(value)
  if (text === '') return null
  return kind === 'day' ? format.date(text) : text
}

/** Also for the edges of a histogram, where it must be short, and where the upper one says the unit. */
export function numberText(
  kind: ValueKind,
  value: number,
  format: Format,
  form: 'whole' | 'short' | 'short with unit' = 'whole',
): string {
  const short = form !== 'whole'
  switch (kind) {
    case 'rating':
      return format.decimal(value, 1)
    case 'score':
      return form === 'short' ? format.integer(value) : format.percent(value / 100, decimalsOf(value))
    case 'ratio':
      return format.percent(value)
    case 'money':
    case 'money_rate':
      return short ? format.moneyBrief(value) : format.money(value)
    case 'minutes':
      if (form === 'whole') return format.minutes(value)
      return form === 'short' ? format.integer(value) : format.minutesOnly(value)
    case 'integer':
      return short ? format.integerShort(value) : format.integer(value)
    // A year is a name, not a quantity: no separator. A day's histogram counts years.
    case 'year':
    case 'day':
      return String(value)
    default:
      return format.decimal(value, Number.isInteger(value) ? 0 : 2)
  }
}

/** Scores are whole but for what people corrected. */
const decimalsOf = (score: number) => (Number.isInteger(score) ? 0 : 1)
