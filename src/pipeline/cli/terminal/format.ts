/** Figures as people read them: in French when the terminal is, in English otherwise. */
const locale = /^fr/i.test(process.env.LC_ALL || process.env.LC_NUMERIC || process.env.LANG || '')
  ? 'fr-FR'
  : 'en-US'
const UNKNOWN = '–'

type Figure = number | null | undefined

function render(value: Figure, options: Intl.NumberFormatOptions): string {
  return value == null ? UNKNOWN : new Intl.NumberFormat(locale, options).format(value)
}

export const count = (value: Figure) => render(value, { maximumFractionDigits: 0 })

export const decimal = (value: Figure, digits: number) =>
  render(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** US dollars, to the dollar. */
export const money = (value: Figure) =>
  render(value, { style: 'currency', currency: 'USD', maximumFractionDigits: 0 })

/** US dollars, in three figures: $1.24B. */
export const shortMoney = (value: Figure) =>
  render(value, { style: 'currency', currency: 'USD', notation: 'compact', maximumSignificantDigits: 3 })

export const seconds = (value: Figure) => (value == null ? UNKNOWN : `${decimal(value, 2)} s`)

export function bytes(value: Figure): string {
  if (value == null) return UNKNOWN
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3)))
  return `${decimal(value / 1000 ** power, power === 0 ? 0 : 1)} ${units[power]}`
}

/** A year is a name, not a quantity: no separator. */
export const year = (value: Figure) => (value == null ? UNKNOWN : String(value))

export const text = (value: string | null | undefined) => value || UNKNOWN

export const list = (values: readonly string[] | null | undefined) => text(values?.join(', '))

export const plural = (n: number, one: string, many = `${one}s`) => `${count(n)} ${n === 1 ? one : many}`
