import type { Profile } from './profile.ts'
import { quantile } from './profile.ts'
import { FIRMS, folded, GIVEN_NAMES, PRESS } from './vocabulary.ts'

/** What a value must look like to be of a kind; shares over a column's values. */

const MONTH =
  '(?:jan|feb|f[ée]v|mar|apr|avr|may|mai|jun|juin|jul|juil|aug|ao[ûu]|sep|oct|nov|dec|d[ée]c)\\p{L}*'
const NAMED_DATE = new RegExp(
  `^(?:${MONTH}\\.? \\d{1,2},? \\d{4}|\\d{1,2}(?:er|\\.)? ${MONTH}\\.?,? \\d{4})$`,
  'iu',
)
const ISO_DATE = /^(?:18|19|20)\d\d-\d{1,2}-\d{1,2}(?:[T ][\d:.+Z-]*)?$/
const SLASH_DATE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/

export function dates(profile: Profile): { share: number; unit: 'auto' | 'dmy' | 'mdy' } {
  const slashed = profile.share(SLASH_DATE)
  if (slashed < 0.5)
    return { share: profile.share((value) => ISO_DATE.test(value) || NAMED_DATE.test(value)), unit: 'auto' }
  const parts = profile.values.flatMap((value) => {
    const [, first, second] = SLASH_DATE.exec(value) ?? []
    return first && second ? [[Number(first), Number(second)] as const] : []
  })
  const dayFirst = parts.filter(([first]) => first > 12).length
  const monthFirst = parts.filter(([, second]) => second > 12).length
  return { share: slashed, unit: dayFirst >= monthFirst ? 'dmy' : 'mdy' }
}

const YEAR = /^(?:18[7-9]\d|19\d\d|20[0-4]\d)(?:\.0)?$|^(?:19|20)\d\d[/–-]\d{2,4}$/
export const years = (profile: Profile) => profile.share(YEAR)

const MONEY =
  /^(?:usd|us\$|\$|€|£|eur|gbp|fr|₹|¥)\s?-?[\d.,]+ ?(?:k|m|b|mn|bn|million|billion)?$|^-?\d[\d.,' ]* ?(?:k|m|b|mn|md|millions?|milliards?|billions?|€|\$|usd)(?: ?(?:de )?(?:€|\$|£|usd|eur|euros?|dollars?))?$/i
export const money = (profile: Profile) => profile.share(MONEY)

const DURATION = new RegExp(
  [
    String.raw`\d{1,3} ?(?:min|mins|minutes?|mn|['′])\.?`,
    String.raw`\d{1,2}(?:[.,]\d+)? ?h(?:r|rs|ours?|eures?)?\.?(?: ?(?:et |and )?\d{1,2} ?(?:m|mn|mins?|minutes?)?\.?)?(?: ?\d{1,2} ?(?:s|secs?|seconde?s?)\.?)?`,
    String.raw`PT(?:\d+H)?(?:\d+M)?(?:\d+S)?`,
    String.raw`\d:[0-5]\d:[0-5]\d`,
  ]
    .map((form) => `^${form}$`)
    .join('|'),
  'i',
)
export const durations = (profile: Profile) => profile.share(DURATION)

const SCORE =
  /^[ABCDF][+-]?$|^\d{1,3}(?:[.,]\d+)? ?\/ ?\d{1,3}$|^\d(?:[.,]\d+)? (?:out of|of|sur) \d{1,3}$|^[★⭐☆*]+½?$|^\d(?:[.,]\d)? (?:stars?|étoiles?)$/u
export const criticScores = (profile: Profile) => profile.share(SCORE)

export const percents = (profile: Profile) => profile.share(/^\d{1,3}(?:[.,]\d+)?\s?%$/)
/** `8,3/10`: of ten, whatever the other values are. */
export const ofTen = (profile: Profile) => profile.share(/^\d{1,2}(?:[.,]\d+)?\s?\/\s?10$/)
export const addresses = (profile: Profile) => profile.share(/^(?:https?:)?\/\/\S+$|^www\.\S+$/i)
const IMDB = /^(?:https?:\/\/\S*\/)?tt\d{5,10}(?:[/?#]\S*)?$/
const IMDBS = /^tt\d{5,10}(?:\s*[|,;]\s*tt\d{5,10})+$/
export const imdbIds = (profile: Profile) => profile.share((value) => IMDB.test(value) || IMDBS.test(value))
export const severalImdbIds = (profile: Profile) => profile.share(IMDBS)
export const imdbNames = (profile: Profile) => profile.share(/^nm\d{5,10}(?:\s*[|,;]\s*nm\d{5,10})*$/)

const RT_PAGE = /^(?:https?:\/\/(?:www\.)?rottentomatoes\.com)?\/?m\/[\w-]+\/?$/
export const rtPages = (profile: Profile) => profile.share(RT_PAGE)
/** `the_fly_1986`: words joined by `_`, which nothing else is; a word alone may be one too. */
export function slugs(profile: Profile): number {
  const joined = profile.share(/^[a-z0-9]+(?:_[a-z0-9]+)+$/)
  return joined > 0.3 && profile.distinct > 0.02 ? profile.share(/^[a-z0-9_]+(?:-[a-z0-9_]+)*$/) : 0
}

/** Share of the items that are words of a vocabulary. */
export function inVocabulary(profile: Profile, words: ReadonlySet<string>): number {
  if (profile.items.length === 0) return 0
  return profile.items.filter((item) => words.has(folded(item))).length / profile.items.length
}

const PERSON =
  /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|de|da|di|del|della|von|van|der|den|le|la|du|dos|al|bin|y|e|and|&|Jr\.?|Sr\.?|I{1,3}|[a-z]{2,3}))*(?: \([^)]*\))?$/u
const WORKS = /\b(the|of|a|an|in|to|and|for|with|at|from|my|your|on)\b|[:!?0-9#&]/i
/**
 * How much the items are names of people: two to five words, each with its capital, none of a firm's name; among
 * many of them some are common names.
 */
export function personNames(profile: Profile): number {
  if (profile.items.length === 0) return 0
  let written = 0
  let common = 0
  for (const item of profile.items) {
    const words = item.replace(/\s*\([^)]*\)$/, '').split(/\s+/)
    if (words.length < 2 || words.length > 5 || item.length > 60 || !PERSON.test(item) || WORKS.test(item))
      continue
    if (words.some((word) => FIRMS.has(folded(word)))) continue
    written++
    if (GIVEN_NAMES.has(folded(words[0] as string))) common++
  }
  const share = written / profile.items.length
  return common / Math.max(1, written) > 0.08 ? share : share * 0.4
}

/** Share of the values with a word that names of newspapers and the like are made of. */
export function pressNames(profile: Profile): number {
  return profile.share((value) => value.split(/[\s.-]+/).some((word) => PRESS.has(folded(word))))
}

/** How much the values are written as titles of works: short texts, with little words, digits, colons. */
export function titles(profile: Profile): number {
  const texts = profile.share((value) => /\p{L}{2}/u.test(value) && value.length <= 120)
  const works = profile.share(WORKS)
  const short = profile.meanLength >= 5 && profile.meanLength <= 45
  const other =
    imdbNames(profile) + money(profile) + addresses(profile) + profile.share(/^\/\S+$|^\S+\.(?:jpe?g|png)$/i)
  return short && texts > 0.85 && other < 0.1 ? Math.min(1, 0.35 + works) : 0
}

/** Most numbers end in zeros, as sums that were planned do: a budget, not a gross. */
export function roundness(numbers: readonly number[]): number {
  const large = numbers.filter((number) => number >= 1_000_000)
  return large.length === 0 ? 0 : large.filter((number) => number % 500_000 === 0).length / large.length
}

/** Counts: whole numbers from few to very many. */
export function isTally(profile: Profile): boolean {
  if (profile.numeric < 0.95 || profile.fractional > 0) return false
  return (profile.numbers[0] ?? -1) >= 0 && quantile(profile, 0.99) / Math.max(1, quantile(profile, 0.5)) > 8
}
