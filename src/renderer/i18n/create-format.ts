type Unknown = null | undefined

export interface Format {
  integer(value: number | Unknown): string
  decimal(value: number | Unknown, digits?: number): string
  /** @param ratio 0–1 */
  percent(ratio: number | Unknown, digits?: number): string
  /** US dollars, in full. */
  money(value: number | Unknown): string
  /** US dollars, such as « 1,2 Md $ ». */
  moneyShort(value: number | Unknown): string
  /** US dollars to three figures, such as « 9,02 Md $ »: for findings and drawings. */
  moneyBrief(value: number | Unknown): string
  /** « 519 k ». */
  integerShort(value: number | Unknown): string
  /** A running time: « 2 h 14 min ». */
  minutes(value: number | Unknown): string
  /** A running time that is not split into hours: « 134 min ». */
  minutesOnly(value: number | Unknown): string
  /** @param iso ISO 8601 day or time */
  date(iso: string | Unknown): string
  dateTime(iso: string | Unknown): string
  /** How long ago: « il y a 5 minutes ». */
  ago(iso: string | Unknown, now?: number): string
  bytes(value: number | Unknown): string
  /** How long something took: « 0,4 s », « 3 min 12 s ». */
  seconds(value: number | Unknown): string
}

const UNKNOWN = '—'
const USD = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const
const AGES: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** Everything by `Intl`, made once for a language and shared. */
export function createFormat(language: string): Format {
  const numbers = new Map<string, Intl.NumberFormat>()
  const number = (options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options)
    const known = numbers.get(key) ?? new Intl.NumberFormat(language, options)
    numbers.set(key, known)
    return known
  }
  const written = (value: number | Unknown, options: Intl.NumberFormatOptions) =>
    value === null || value === undefined || !Number.isFinite(value) ? UNKNOWN : number(options).format(value)
  const unit = (value: number, name: string, digits = 0) =>
    number({ style: 'unit', unit: name, unitDisplay: 'short', ...exactly(digits) }).format(value)
  const narrow = (value: number, name: string) =>
    number({ style: 'unit', unit: name, unitDisplay: 'narrow', maximumFractionDigits: 0 }).format(value)
  const moment = (iso: string | Unknown, format: Intl.DateTimeFormat) => {
    const time = iso ? Date.parse(iso) : Number.NaN
    return Number.isNaN(time) ? UNKNOWN : format.format(time)
  }
  // A day has no time zone of its own: reading it in the local one could show the day before.
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const ages = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })
  const localDays = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })

  return {
    integer: (value) => written(value, { maximumFractionDigits: 0 }),
    decimal: (value, digits = 1) => written(value, exactly(digits)),
    percent: (ratio, digits = 0) => written(ratio, { style: 'percent', ...exactly(digits) }),
    money: (value) => written(value, { ...USD, maximumFractionDigits: 0 }),
    moneyShort: (value) => written(value, { ...USD, notation: 'compact', maximumFractionDigits: 1 }),
    moneyBrief: (value) => written(value, { ...USD, notation: 'compact', ...figures(3) }),
    integerShort: (value) => written(value, { notation: 'compact', maximumSignificantDigits: 3 }),
    minutes: (value) => {
      if (value === null || value === undefined) return UNKNOWN
      const whole = Math.round(value)
      const [hours, minutes] = [Math.floor(whole / 60), whole % 60]
      if (hours === 0) return unit(minutes, 'minute')
      return minutes === 0 ? unit(hours, 'hour') : `${unit(hours, 'hour')} ${unit(minutes, 'minute')}`
    },
    minutesOnly: (value) =>
      written(value, { style: 'unit', unit: 'minute', unitDisplay: 'short', ...exactly(0) }),
    date: (iso) => moment(iso, iso && iso.length > 10 ? localDays : days),
    dateTime: (iso) => moment(iso, times),
    ago: (iso, now = Date.now()) => {
      const time = iso ? Date.parse(iso) : Number.NaN
      if (Number.isNaN(time)) return UNKNOWN
      const seconds = Math.max(0, (now - time) / 1000)
      const [name, length] = AGES.find(([, each]) => seconds >= each) ?? ['second', 1]
      return ages.format(name === 'second' ? 0 : -Math.floor(seconds / length), name)
    },
    bytes: (value) => {
      if (value === null || value === undefined) return UNKNOWN
      const names = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte']
      const power = value < 1 ? 0 : Math.min(names.length - 1, Math.floor(Math.log10(value) / 3))
      const scaled = value / 1000 ** power
      return unit(scaled, names[power] ?? 'byte', power > 0 && scaled < 100 ? 1 : 0)
    },
    seconds: (value) => {
      if (value === null || value === undefined) return UNKNOWN
      if (value < 60) return unit(value, 'second', value < 10 ? 1 : 0)
      const whole = Math.round(value)
      return `${unit(Math.floor(whole / 60), 'minute')} ${narrow(whole % 60, 'second')}`
    },
  }
}

function figures(digits: number): Intl.NumberFormatOptions {
  return { minimumSignificantDigits: digits, maximumSignificantDigits: digits }
}

function exactly(digits: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: digits, maximumFractionDigits: digits }
}
