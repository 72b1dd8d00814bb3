/** Words and names, from the lists of `@faker-js/faker` (MIT): enough of them that text compresses as real
 * text does. Only the lists are used: its functions would take minutes for a million reviews. */
import { allLocales, type LocaleDefinition } from '@faker-js/faker'
import { mix } from './random.ts'

const english = allLocales.en.word
/** Shuffled, so that the words used most are not those that begin with an a. */
const plain = (words: readonly string[] | null | undefined) =>
  (words ?? [])
    .filter((word) => /^[a-z-]+$/.test(word))
    .map((word, index) => ({ word, place: mix(index, 7) }))
    .sort((one, other) => one.place - other.place)
    .map(({ word }) => word)

export const NOUNS = plain(english?.noun)
export const ADJECTIVES = plain(english?.adjective)
export const ADVERBS = plain(english?.adverb).filter((word) => word.endsWith('ly'))
export const VERBS = plain(english?.verb)

/** Locales whose names are written in Latin letters. */
const LATIN = ['fr', 'es', 'de', 'it', 'pt_BR', 'pl', 'sv', 'tr', 'hr', 'vi'] as const

/** Names of people and places that a text may drop, in plain letters. */
export const PROPER = [
  ...(['en', ...LATIN] as const).flatMap((locale) => namesOf(allLocales[locale]).last),
  ...(allLocales.en.location?.city_name ?? []),
].filter((name) => /^[A-Za-z ]+$/.test(name))

type Names = { first: readonly string[]; last: readonly string[] }

export const ENGLISH_NAMES: Names = namesOf(allLocales.en)
export const LATIN_NAMES: readonly Names[] = LATIN.map((locale) => namesOf(allLocales[locale]))
/** Names that nobody can read as Latin: one in two hundred. */
export const OTHER_NAMES: readonly Names[] = [allLocales.ja, allLocales.ko, allLocales.el].map(namesOf)

function namesOf({ person }: LocaleDefinition): Names {
  const all = (sets: { [kind: string]: readonly string[] | undefined } | null | undefined) =>
    Object.values(sets ?? {}).flatMap((names) => names ?? [])
  return { first: all(person?.first_name), last: all(person?.last_name) }
}
