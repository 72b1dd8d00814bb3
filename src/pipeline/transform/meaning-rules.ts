import type { Meaning, Unit } from '../sources/index.ts'
import type { Dialect } from './dialect.ts'
import { date } from './rules/dates.ts'
import { imdbId, slug, slugOfAddress } from './rules/ids.ts'
import { languages } from './rules/languages.ts'
import { countries, genres, people } from './rules/lists.ts'
import { dollars } from './rules/money.ts'
import { flag, score, tally, year } from './rules/numbers.ts'
import { decodedFirst } from './rules/references.ts'
import { minutes } from './rules/running-times.ts'
import { isKnown, line, text, token, trimmed } from './rules/text.ts'

/** How a field is made readable before its rule sees it: a rule may name its value more than once. */
export type Reading = (d: Dialect, raw: string, unit: Unit) => string

export interface MeaningRule {
  /** What is done with the raw value before it is read; as it is when left out. */
  first?(d: Dialect, raw: string): string
  read: Reading
  /** What is left of the readable value: NULL when it says that it is not there. */
  settle(d: Dialect, value: string): string
  /** The typed value. */
  value(d: Dialect, value: string, unit: Unit): string
  list?: boolean
}

const unlessMissing = (d: Dialect, value: string) => `CASE WHEN ${isKnown(d, value)} THEN ${value} END`
const asItIs = (_: Dialect, value: string) => value

const rule = (read: Reading, value: MeaningRule['value'] = asItIs): MeaningRule => ({
  read,
  settle: unlessMissing,
  value,
})
const ofToken = (value: MeaningRule['value']) => rule(token, value)
const ofList = (read: Reading): MeaningRule => ({
  read,
  settle: (d, value) => d.distinctInOrder(value),
  value: (d, value) => d.orNull(value),
  list: true,
})

/** Of how much a number is, as its unit says. */
const DOLLARS: Partial<Record<Unit, number>> = { usd_thousands: 1e3, usd_millions: 1e6 }
const MINUTES: Partial<Record<Unit, number>> = { hours: 60, seconds: 1 / 60 }
const OF_HUNDRED: Partial<Record<Unit, number>> = { ten: 10, five: 20, ratio: 100 }
const OF_TEN: Partial<Record<Unit, number>> = { percent: 0.1, five: 2, ratio: 10 }

const money = ofToken((d, value, unit) => dollars(d, value, DOLLARS[unit]))
const percent = ofToken((d, value, unit) => score(d, value, 100, OF_HUNDRED[unit]))
const day = ofToken((d, value, unit) => date(d, value, unit))
const names = ofList(people)
const personIds = ofList((d, raw) => d.extractAll(raw, 'nm[0-9]+'))
const key = { ...rule(trimmed), settle: asItIs }

/** How each standard column is read and typed. */
export const MEANING_RULES: Record<Meaning, MeaningRule> = {
  imdb_id: { ...ofToken((d, value, unit) => imdbId(d, value, unit === 'imdb_number')), settle: asItIs },
  rt_id: { ...key, value: slug },
  own_id: key,
  title: rule(line, (d, value, unit) =>
    unit === 'title_year' ? d.replaceAll(value, '\\s*\\([0-9]{1,4}\\)$', '') : value,
  ),
  original_title: rule(line),
  year: ofToken(year),
  kind: ofToken(asItIs),
  rt_address: ofToken(slugOfAddress),
  release_date: day,
  streaming_date: day,
  runtime_minutes: ofToken((d, value, unit) => minutes(d, value, MINUTES[unit])),
  genres: ofList(genres),
  directors: names,
  writers: names,
  actors: names,
  director_ids: personIds,
  writer_ids: personIds,
  language: rule(languages),
  country: rule(countries),
  audience_score: percent,
  tomato_meter: percent,
  metascore: percent,
  // IMDb's votes go from 1 to 10: a 0 is a rating that is not there.
  imdb_rating: ofToken((d, value, unit) => `nullif(${score(d, value, 10, OF_TEN[unit])}, 0)`),
  imdb_votes: ofToken(tally),
  box_office_usd: money,
  box_office_abroad_usd: money,
  box_office_worldwide_usd: money,
  review_id: key,
  critic_name: rule(line),
  publication_name: rule(line),
  is_top_critic: ofToken((_, value) => flag(value)),
  score_raw: rule(line),
  score_sentiment: rule(line),
  review_state: ofToken(asItIs),
  review_text: { ...rule(text), first: decodedFirst },
  review_url: rule(line),
  created_at: day,
  credit_role: ofToken(asItIs),
  credit_names: names,
}
