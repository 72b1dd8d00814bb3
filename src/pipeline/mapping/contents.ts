import type { Meaning, Unit } from '../sources/index.ts'
import * as is from './patterns.ts'
import { countries, languages } from './places.ts'
import { type Profile, quantile, type Separator } from './profile.ts'
import * as words from './vocabulary.ts'

/** What the values of a column say for a meaning: 1 sure, 0 nothing, -1 it cannot be. */
export interface Content {
  score: number
  unit?: Unit
}

type Judge = (profile: Profile) => Content | number

/** The rules tell commas and brackets by themselves. */
const LIST_UNIT: Partial<Record<Separator, Unit>> = { semicolon: 'semicolon', slash: 'slash', bar: 'bar' }

/** A number of a range, with its unit by the largest one. */
function numbersUpTo(profile: Profile, most: number): boolean {
  return profile.numeric > 0.9 && (profile.numbers[0] ?? -1) >= 0 && quantile(profile, 0.999) <= most
}

function percentLike(profile: Profile): Content {
  if (is.percents(profile) > 0.8) return { score: 0.7, unit: 'percent' }
  if (profile.numeric < 0.8) return { score: -1 }
  const top = quantile(profile, 0.98)
  if (!numbersUpTo(profile, 100)) return { score: -1 }
  if (top <= 1) return { score: 0.1, unit: 'ratio' }
  if (top <= 5) return { score: 0.15, unit: 'five' }
  if (top <= 10) return { score: 0.1, unit: 'ten' }
  const middle = quantile(profile, 0.5)
  const spread = new Set(profile.numbers).size
  return {
    score: middle > 25 && middle < 92 && spread > Math.min(8, profile.values.length / 2) ? 0.55 : 0.1,
    unit: 'percent',
  }
}

function ratingLike(profile: Profile): Content {
  const ofTen = is.ofTen(profile)
  if (ofTen > 0.2 && ofTen + profile.numeric > 0.9) return { score: 0.8, unit: 'ten' }
  if (profile.numeric < 0.9 || !numbersUpTo(profile, 100)) return { score: -1 }
  const top = quantile(profile, 0.98)
  const middle = quantile(profile, 0.5)
  if (top > 10) return { score: 0.05, unit: 'percent' }
  if (top <= 1) return { score: 0, unit: 'ratio' }
  if (top <= 5) return { score: 0.1, unit: 'five' }
  return { score: middle > 4 && middle < 8.5 && profile.fractional > 0.4 ? 0.8 : 0.15, unit: 'ten' }
}

function amounts(profile: Profile): Content | number {
  const marked = is.money(profile)
  if (marked > 0.8) return 0.75
  if (marked + profile.numeric < 0.9) return -1
  const middle = quantile(profile, 0.5)
  // Not in dollars, and with decimals: if these are sums, then in millions.
  if (profile.numeric > 0.9 && profile.fractional > 0.5 && middle >= 0.1 && quantile(profile, 0.98) < 5000)
    return { score: 0, unit: 'usd_millions' }
  // A few films make most of the money; numbers that are spread evenly are no sums.
  const steep = quantile(profile, 0.95) > 4 * middle
  return middle >= 100_000 && steep ? 0.55 : middle >= 5000 ? 0.1 : -0.6
}

function dateLike(profile: Profile): Content {
  const { share, unit } = is.dates(profile)
  // One day for all is that of the file, not of the films.
  if (share > 0.8 && profile.values.length > 50 && profile.distinct < 0.02) return { score: 0.1, unit }
  return { score: share > 0.8 ? 0.75 : share > 0.3 ? 0.3 : -1, unit }
}

function people(profile: Profile): Content {
  if (is.imdbNames(profile) > 0.5) return { score: -1 }
  const share = is.personNames(profile)
  const unit = LIST_UNIT[profile.separator]
  const score = share > 0.6 ? 0.7 : share > 0.4 ? 0.35 : share > 0.15 ? 0 : -0.7
  return { score, ...(unit ? { unit } : {}) }
}

const numbersOfPeople: Judge = (profile) => (is.imdbNames(profile) > 0.8 ? 0.7 : -1)

const text: Judge = (profile) => (profile.numeric > 0.5 ? -0.8 : 0)

const JUDGES: Record<Meaning, Judge> = {
  imdb_id: (profile) => {
    const share = is.imdbIds(profile)
    if (share > 0.5)
      return { score: 0.97 * share, unit: is.severalImdbIds(profile) > 0.02 ? 'imdb_ids' : 'imdb_id' }
    const number = profile.numeric > 0.98 && profile.fractional === 0 && quantile(profile, 0.9) < 1e8
    return number ? { score: 0, unit: 'imdb_number' } : { score: -1 }
  },
  rt_id: (profile) => Math.max(is.rtPages(profile) * 0.95, is.slugs(profile) * 0.85) || -1,
  own_id: (profile) => {
    if (profile.share(/^\S{1,40}$/) < 0.98 || profile.fractional > 0) return -1
    return profile.numeric > 0.98 &&
      profile.distinct > 0.95 &&
      profile.filled > 0.98 &&
      profile.values.length > 9
      ? 0.45
      : 0.05
  },
  title: (profile) => {
    if (is.dates(profile).share > 0.5 || is.years(profile) > 0.5) return -1
    const withYear = profile.share(/\S \((?:18|19|20)\d\d\)$/)
    if (withYear > 0.7) return { score: 0.9, unit: 'title_year' }
    if (profile.numeric > 0.5 || profile.meanLength > 60) return -1
    if (profile.distinct < 0.05) return -0.7
    const score = is.titles(profile) - is.personNames(profile) * 0.9
    return profile.distinct > 0.5 ? Math.max(0, Math.min(0.75, score)) : 0
  },
  original_title: (profile) =>
    profile.numeric > 0.5 || profile.meanLength > 60 || profile.distinct < 0.05 ? -1 : 0,
  year: (profile) => {
    const share = is.years(profile)
    return share > 0.9 ? 0.9 * share : share > 0.5 ? 0.2 : -1
  },
  kind: (profile) =>
    inWords(profile, words.KINDS) > 0.9 && profile.distinct < 0.2 ? 0.85 : profile.distinct < 0.2 ? -0.2 : -1,
  rt_address: (profile) => (is.rtPages(profile) > 0.5 ? 0.6 : is.addresses(profile) > 0.5 ? -0.2 : -1),
  release_date: dateLike,
  streaming_date: dateLike,
  created_at: dateLike,
  runtime_minutes: (profile) => {
    if (is.durations(profile) > 0.7) return 0.95
    if (profile.numeric < 0.9) return -1
    const middle = quantile(profile, 0.5)
    const top = quantile(profile, 0.98)
    if (middle >= 70 && middle <= 150 && top > 105 && top < 400 && quantile(profile, 0.1) > 5)
      return { score: 0.75, unit: 'minutes' }
    if (middle >= 1 && middle <= 3 && top < 7 && profile.fractional > 0.3)
      return { score: 0.1, unit: 'hours' }
    if (middle >= 3000 && middle <= 9000 && top < 40_000) return { score: 0.15, unit: 'seconds' }
    return middle > 0 && middle < 300 ? 0 : -0.8
  },
  genres: (profile): Content | number => {
    const share = inWords(profile, words.GENRES)
    const unit = LIST_UNIT[profile.separator]
    if (share > 0.5) return { score: 0.95 * Math.min(1, share + 0.2), ...(unit ? { unit } : {}) }
    if (inWords(profile, words.TMDB_GENRES) > 0.9) return { score: 0.85, unit: 'tmdb_ids' }
    return share > 0.1 ? 0 : -0.8
  },
  directors: people,
  writers: people,
  actors: people,
  director_ids: numbersOfPeople,
  writer_ids: numbersOfPeople,
  credit_names: (profile) => ({ ...people(profile), score: Math.min(0, people(profile).score) }),
  credit_role: (profile) =>
    profile.distinct < 0.1 && inWords(profile, words.CREDIT_ROLES) > 0.6 ? 0.6 : -0.6,
  language: (profile) => {
    const share = Math.max(
      inWords(profile, languages()),
      profile.meanLength < 6 ? inWords(profile, words.LANGUAGE_CODES) : 0,
    )
    return share > 0.8 ? 0.85 : share > 0.4 ? 0.3 : -0.7
  },
  country: (profile) => {
    const share = inWords(profile, countries())
    return share > 0.8
      ? 0.9
      : share > 0.4
        ? 0.3
        : profile.meanLength <= 3 && profile.numeric === 0
          ? -0.1
          : -0.7
  },
  audience_score: percentLike,
  tomato_meter: percentLike,
  metascore: percentLike,
  imdb_rating: ratingLike,
  imdb_votes: (profile) =>
    is.isTally(profile) ? 0.4 : profile.numeric > 0.9 && profile.fractional === 0 ? 0 : -1,
  box_office_usd: amounts,
  box_office_abroad_usd: amounts,
  box_office_worldwide_usd: amounts,
  review_id: (profile) => {
    if (profile.share(/^\S{1,40}$/) < 0.98 || profile.fractional > 0) return -1
    return profile.distinct > 0.9 && profile.filled > 0.98 ? (profile.numeric === 1 ? 0.5 : 0.2) : -0.5
  },
  critic_name: (profile) =>
    is.personNames(profile) > 0.5 && profile.separator === 'none' ? 0.6 : text(profile),
  publication_name: (profile) => {
    if (profile.meanLength > 60 || profile.numeric > 0.5) return -1
    const press = is.pressNames(profile)
    return press > 0.15 && is.addresses(profile) < 0.1 ? 0.55 : 0
  },
  is_top_critic: (profile) => (inWords(profile, words.YES_NO) > 0.95 || isFlag(profile) ? 0.55 : -1),
  score_raw: (profile) => (is.criticScores(profile) > 0.3 ? 0.9 : profile.meanLength > 30 ? -1 : 0),
  score_sentiment: (profile) => (inWords(profile, words.SENTIMENTS) > 0.9 ? 0.95 : -0.8),
  review_state: (profile) => (inWords(profile, words.FRESHNESS) > 0.9 ? 0.9 : -0.8),
  review_text: (profile) =>
    profile.meanLength > 60 && profile.share(/\s/) > 0.8 ? 0.5 : profile.meanLength < 15 ? -0.7 : 0,
  review_url: (profile) => (is.addresses(profile) > 0.7 ? 0.6 : -1),
}

/** What the values say for a meaning. */
export function judge(profile: Profile, means: Meaning): Content {
  if (profile.values.length === 0) return { score: 0 }
  const said = JUDGES[means](profile)
  return typeof said === 'number' ? { score: said } : said
}

const inWords = is.inVocabulary
function isFlag(profile: Profile): boolean {
  return profile.numbers.every((number) => number === 0 || number === 1) && profile.numeric === 1
}
