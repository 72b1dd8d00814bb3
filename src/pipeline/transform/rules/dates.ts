import type { Dialect } from '../dialect.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NUMBER_OF = Object.fromEntries(MONTHS.map((name, index) => [name, String(index + 1)]))

/** DATE of a token such as `2009-12-18` (with or without a time), `Dec 18, 2009`, `November 10, 2018`, `18 Dec 2009`. */
export function date(d: Dialect, value: string): string {
  const month = '([a-z]{3})[a-z]*\\.?'
  const forms = [
    { pattern: '^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[t ].*)?$', year: 1, month: 2, day: 3, named: false },
    { pattern: `^${month}\\s+([0-9]{1,2}),?\\s+([0-9]{4})$`, year: 3, month: 1, day: 2, named: true },
    { pattern: `^([0-9]{1,2})[\\s-]+${month},?[\\s-]+([0-9]{4})$`, year: 3, month: 2, day: 1, named: true },
  ]
  const read = forms.map((form) => {
    const group = (number: number) => d.extract(value, form.pattern, number)
    const number = form.named ? d.lookUp(NUMBER_OF, group(form.month)) : group(form.month)
    const iso = [group(form.year), `lpad(${number}, 2, '0')`, `lpad(${group(form.day)}, 2, '0')`]
    return d.tryCast(iso.join(" || '-' || "), 'DATE')
  })
  return `coalesce(${read.join(', ')})`
}
