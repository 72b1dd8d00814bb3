import type { Dialect } from '../dialect.ts'

/** Of the months, in English and French, how their names begin; abbreviated or not. */
const MONTHS = [
  'jan(?:uary|vier|v)?',
  'feb(?:ruary)?|f[ée]v(?:rier|r)?',
  'mar(?:ch|s)?',
  'apr(?:il)?|avr(?:il)?',
  'may|mai',
  'june?|juin',
  'july?|juil(?:let)?',
  'aug(?:ust)?|ao[ûu]t',
  'sep(?:t(?:embre|ember)?)?',
  'oct(?:ober|obre)?',
  'nov(?:ember|embre)?',
  'dec(?:ember|embre)?|d[ée]c(?:embre)?',
]
const MONTH = `(${MONTHS.join('|')})\\.?`
/** Known by three letters, June and July by a fourth in French. */
const NUMBER_OF: Record<string, string> = {}
for (const [index, names] of [
  ['jan'],
  ['feb', 'fev', 'fév'],
  ['mar'],
  ['apr', 'avr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou', 'aoû'],
  ['sep'],
  ['oct'],
  ['nov'],
  ['dec', 'déc'],
].entries())
  for (const name of names) NUMBER_OF[name] = `${index + 1}`

const WEEKDAY =
  '(?:(?:mon|tue|wed|thu|fri|sat|sun|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[a-z]*\\.?,?\\s+)?'
const DAY = '([0-9]{1,2})(?:st|nd|rd|th|er|\\.)?'
/** Where it was shown: `18 December 2009 (USA)`. */
const PLACE = '(?:\\s*\\([^()]*\\))?$'

interface Form {
  pattern: string
  /** Which group of the pattern is which. */
  year: number
  month: number
  day: number
  named?: boolean
}

const ISO: Form = {
  pattern: '^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[t z+].*)?$',
  year: 1,
  month: 2,
  day: 3,
}
const WORDS: Form[] = [
  {
    pattern: `^${WEEKDAY}${MONTH}\\s+${DAY},?\\s+([0-9]{4})${PLACE}`,
    year: 3,
    month: 1,
    day: 2,
    named: true,
  },
  {
    pattern: `^${WEEKDAY}${DAY}[\\s-]+(?:of )?${MONTH},?[\\s-]+([0-9]{4}|[0-9]{2})${PLACE}`,
    year: 3,
    month: 2,
    day: 1,
    named: true,
  },
]
/** Nothing else: engines take more for a day, each other things. */
const PLAIN = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
const COMPACT: Form = { pattern: '^([12][0-9]{3})([01][0-9])([0-3][0-9])$', year: 1, month: 2, day: 3 }
const TIME = '(?:,? .*)?$'
const YEAR = '([0-9]{4}|[0-9]{2})'
const NUMBERS = `^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]${YEAR}${TIME}`
/** What tells the order by itself: points are written after the day first; no month is beyond 12. */
const LATE = '(1[3-9]|2[0-9]|3[01])'
const CERTAIN: Form[] = [
  { pattern: `^([0-9]{1,2})\\.\\s?([0-9]{1,2})\\.\\s?([0-9]{4})${TIME}`, year: 3, month: 2, day: 1 },
  { pattern: `^${LATE}[-/]([0-9]{1,2})[-/]([0-9]{4})${TIME}`, year: 3, month: 2, day: 1 },
  { pattern: `^([0-9]{1,2})[-/]${LATE}[-/]([0-9]{4})${TIME}`, year: 3, month: 1, day: 2 },
]
const NUMERIC: Record<string, Form[]> = {
  auto: CERTAIN,
  dmy: [{ pattern: NUMBERS, year: 3, month: 2, day: 1 }],
  mdy: [{ pattern: NUMBERS, year: 3, month: 1, day: 2 }],
}

/**
 * DATE of a token such as `2009-12-18` (with or without a time), `Dec 18, 2009`, `November 10, 2018`, `18 Dec 2009`,
 * `18 décembre 2009`, `18.12.2009`, `20091218`; with the order `dmy` or `mdy`, also of `05/06/2009` or `05/06/09`, else
 * only where a number above 12 tells it.
 */
export function date(d: Dialect, value: string, order = 'auto'): string {
  const read = [ISO, ...WORDS, COMPACT, ...(NUMERIC[order] ?? [])].map((form) => {
    const group = (number: number) => d.extract(value, form.pattern, number)
    const name = group(form.month)
    const named = `coalesce(${d.lookUp(NUMBER_OF, `substr(${name}, 1, 4)`)}, ${d.lookUp(NUMBER_OF, `substr(${name}, 1, 3)`)})`
    const month = form.named ? named : name
    const year = group(form.year)
    // Of two digits: films are of the last hundred years, of these ones first.
    const full = form.pattern.includes(YEAR)
      ? `CASE WHEN length(${year}) = 4 THEN ${year} WHEN ${year} < '50' THEN '20' || ${year} ELSE '19' || ${year} END`
      : year
    const iso = [full, `lpad(${month}, 2, '0')`, `lpad(${group(form.day)}, 2, '0')`]
    return `WHEN ${d.matches(value, form.pattern)} THEN ${d.tryCast(iso.join(" || '-' || "), 'DATE')}`
  })
  return `CASE WHEN ${d.matches(value, PLAIN)} THEN ${d.tryCast(value, 'DATE')} ${read.join('\n    ')} END`
}
