/** What the values of a column look like: all that the guesses are made from. */
export interface Profile {
  index: number
  name: string
  /** Share of records in which it has a value. */
  filled: number
  values: readonly string[]
  /** Values of each record, null where there is none: for comparing columns. */
  cells: readonly (string | null)[]
  /** Different values over values: 1 when none comes twice. */
  distinct: number
  meanLength: number
  /** Share of the values that are numbers, and these. */
  numeric: number
  numbers: readonly number[]
  /** Share of `numbers` with a fractional part that is not 0. */
  fractional: number
  /** Items, when the values are lists: by the separator that most of them have. */
  separator: Separator
  items: readonly string[]
  /** Items a value, on average. */
  perValue: number
  share(test: RegExp | ((value: string) => boolean)): number
}

export type Separator = 'none' | 'comma' | 'semicolon' | 'bar' | 'slash' | 'brackets'

/** As the rules of the transform have it, with what spreadsheets add. */
const UNKNOWN = /^(n\/?a|#n\/a|\\n|null|none|nan|-+|\?+|unknown|nil|undefined)$/i

export function profileOf(rows: readonly (readonly string[])[], index: number, name: string): Profile {
  const cells = rows.map((row) => known(row[index]))
  const values = cells.filter((cell) => cell !== null)
  const numbers = values.map(plainNumber).filter((number) => number !== null)
  const separator = separatorOf(values)
  const items = values.flatMap((value) => itemsOf(value, separator))
  const share: Profile['share'] = (test) => {
    if (values.length === 0) return 0
    const passes = test instanceof RegExp ? (value: string) => test.test(value) : test
    return values.filter(passes).length / values.length
  }
  return {
    index,
    name,
    cells,
    values,
    filled: rows.length > 0 ? values.length / rows.length : 0,
    distinct: values.length > 0 ? new Set(values).size / values.length : 0,
    meanLength: values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length),
    numeric: numbers.length / Math.max(1, values.length),
    numbers: numbers.toSorted((a, b) => a - b),
    fractional: numbers.filter((number) => !Number.isInteger(number)).length / Math.max(1, numbers.length),
    separator,
    items,
    perValue: items.length / Math.max(1, values.length),
    share,
  }
}

/** The value below which the given share of the numbers lies. */
export function quantile({ numbers }: Profile, share: number): number {
  return numbers[Math.min(numbers.length - 1, Math.floor(share * numbers.length))] ?? Number.NaN
}

function known(cell: string | undefined): string | null {
  const value = cell?.replace(/[\u00a0\u2007\u2009\u202f]/g, ' ').trim() ?? ''
  return value === '' || UNKNOWN.test(value) ? null : value
}

/** `1,234.5` and `93.0`, `1 234,5` and `93,0`; not money, not percent. */
export function plainNumber(value: string): number | null {
  if (/^[-+]?(?:\d+,\d{1,2}|\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?)$/.test(value))
    return Number(value.replace(/ |\.(?=\d{3}[.,]|\d{3}$)/g, '').replace(',', '.'))
  return /^[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?(e[-+]?\d+)?$/i.test(value)
    ? Number(value.replaceAll(',', ''))
    : null
}

/** Separators between short texts; a comma between digits or after a long text is none. */
const SEPARATORS: readonly { separator: Separator; test: RegExp }[] = [
  { separator: 'bar', test: /\S\s*\|\s*\S/ },
  { separator: 'semicolon', test: /\S\s*;\s*\S/ },
  { separator: 'slash', test: /[^\d/]\s*\/\s*[^\d/]/ },
  { separator: 'comma', test: /[^\d,]\s*,\s*[^\d,]/ },
]

function separatorOf(values: readonly string[]): Separator {
  const texts = values.filter((value) => plainNumber(value) === null && !/^https?:/i.test(value))
  if (texts.length === 0) return 'none'
  const share = (test: RegExp) => texts.filter((value) => test.test(value)).length / texts.length
  if (share(/^\[.*\]$/s) > 0.6) return 'brackets'
  const [best] = SEPARATORS.map((each) => ({ ...each, share: share(each.test) })).toSorted(
    (a, b) => b.share - a.share,
  )
  return best && best.share > 0.05 ? best.separator : 'none'
}

const CHARACTER: Partial<Record<Separator, RegExp>> = {
  comma: /,/,
  semicolon: /;/,
  bar: /\|/,
  slash: /\//,
}

function itemsOf(value: string, separator: Separator): string[] {
  if (separator === 'brackets') return bracketItems(value)
  const by = CHARACTER[separator]
  return (by ? value.split(by) : [value]).map((item) => item.trim()).filter((item) => item !== '')
}

/** The texts of a Python or JSON list, the names of a list of objects. */
function bracketItems(value: string): string[] {
  const names = [...value.matchAll(/["']name["']\s*:\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, a, b]) => a ?? b ?? '',
  )
  if (names.length > 0) return names
  const quoted = [...value.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, a, b]) => a ?? b ?? '')
  if (quoted.length > 0) return quoted
  const inner = value.replace(/^\[|\]$/g, '').trim()
  return inner === '' ? [] : inner.split(',').map((item) => item.trim())
}
