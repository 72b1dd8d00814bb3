import type { Dialect } from '../dialect.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NUMBER_OF = Object.fromEntries(MONTHS.map((name, index) => [name, String(index + 1)]))
const MONTH =
  '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?'
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?'

interface Form {
  pattern: string
  /** Which group of the pattern is which. */
  year: number
  month: number
  day: number
  named?: boolean
}

const ISO: Form = {
  pattern: '^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[t ].*)?$',
  year: 1,
  month: 2,
  day: 3,
}
const WORDS: Form[] = [
  {
    pattern: `^${WEEKDAY}${MONTH}\\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\\s+([0-9]{4})$`,
    year: 3,
    month: 1,
    day: 2,
    named: true,
  },
  {
    pattern: `^${WEEKDAY}([0-9]{1,2})(?:st|nd|rd|th)?[\\s-]+(?:of )?${MONTH},?[\\s-]+([0-9]{4})$`,
    year: 3,
    month: 2,
    day: 1,
    named: true,
  },
]
const NUMBERS = '^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})$'
const NUMERIC: Record<string, Form[]> = {
  auto: [],
  dmy: [{ pattern: NUMBERS, year: 3, month: 2, day: 1 }],
  mdy: [{ pattern: NUMBERS, year: 3, month: 1, day: 2 }],
}

/**
 * DATE of a token such as `2009-12-18` (with or without a time), `Dec 18, 2009`, `November 10, 2018`, `18 Dec 2009`;
 * with the order `dmy` or `mdy`, also of `18/12/2009` or `12/18/2009`.
 */
export function date(d: Dialect, value: string, order = 'auto'): string {
  const read = [ISO, ...WORDS, ...(NUMERIC[order] ?? [])].map((form) => {
    const group = (number: number) => d.extract(value, form.pattern, number)
    const month = form.named ? d.lookUp(NUMBER_OF, group(form.month)) : group(form.month)
    const iso = [group(form.year), `lpad(${month}, 2, '0')`, `lpad(${group(form.day)}, 2, '0')`]
    return `WHEN ${d.matches(value, form.pattern)} THEN ${d.tryCast(iso.join(" || '-' || "), 'DATE')}`
  })
  return `CASE WHEN ${value} LIKE '____-__-__' THEN ${d.tryCast(value, 'DATE')} ${read.join('\n    ')} END`
}
