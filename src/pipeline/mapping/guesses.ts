import { MEANINGS, type Meaning, type Unit, unitsOf } from '../sources/index.ts'
import { judge } from './contents.ts'
import { type NameGuess, type NameReading, readName } from './names.ts'
import { criticScores, inVocabulary, pressNames } from './patterns.ts'
import type { Profile } from './profile.ts'
import { FRESHNESS, SENTIMENTS } from './vocabulary.ts'

/** What a column may mean, and how sure that is. */
export interface Guess {
  means: Meaning
  /** 0–1. */
  confidence: number
  unit: Unit
  byName: boolean
  byValues: boolean
}

/** A column with what is known of it; relations between columns change the guesses. */
export interface Column {
  profile: Profile
  name: NameReading
  guesses: Map<Meaning, Guess>
}

/** What a table is of, before its columns are told. */
export type TableKind = 'films' | 'reviews' | 'credits'

const OF_REVIEWS: readonly Meaning[] = [
  'review_id',
  'critic_name',
  'publication_name',
  'is_top_critic',
  'score_raw',
  'score_sentiment',
  'review_state',
  'review_text',
  'review_url',
  'created_at',
]
const OF_CREDITS: readonly Meaning[] = ['credit_role', 'credit_names']
/** What tells of which film a record is. */
const REFERENCES: readonly Meaning[] = ['imdb_id', 'rt_id', 'own_id', 'title', 'year']

const ALLOWED: Record<TableKind, ReadonlySet<Meaning>> = {
  films: new Set(MEANINGS.filter((means) => !OF_REVIEWS.includes(means) && !OF_CREDITS.includes(means))),
  reviews: new Set([...OF_REVIEWS, ...REFERENCES]),
  credits: new Set([...OF_CREDITS, ...REFERENCES]),
}

export function tableKind(profiles: readonly Profile[]): TableKind {
  const named = (means: Meaning) =>
    profiles.some((profile) =>
      readName(profile.name).guesses.some((guess) => guess.means === means && guess.score > 0.8),
    )
  const some = (test: (profile: Profile) => boolean) =>
    profiles.some((profile) => profile.values.length > 0 && test(profile))
  const sure = [
    some((profile) => criticScores(profile) > 0.3),
    some((profile) => inVocabulary(profile, FRESHNESS) > 0.9 || inVocabulary(profile, SENTIMENTS) > 0.9),
    named('critic_name'),
    named('is_top_critic') || named('review_id') || named('publication_name'),
    profiles.some((profile) => /^(review|critique|avis)/i.test(profile.name)),
  ].filter(Boolean).length
  const likely = [
    some((profile) => profile.meanLength > 60 && profile.distinct > 0.7),
    some((profile) => pressNames(profile) > 0.15),
  ].filter(Boolean).length
  const ofFilms = [
    some((profile) => judge(profile, 'genres').score > 0.5) || named('genres'),
    some((profile) => judge(profile, 'runtime_minutes').score > 0.5) || named('runtime_minutes'),
    named('directors') || named('actors'),
    some((profile) => judge(profile, 'title').score > 0.5 && profile.distinct > 0.9) || named('title'),
  ].filter(Boolean).length
  if (sure > 0 && sure + likely >= 2 && sure + likely > ofFilms) return 'reviews'
  const credits = named('credit_names') || some((profile) => judge(profile, 'credit_role').score > 0.5)
  return credits && ofFilms < 2 ? 'credits' : 'films'
}

export function guessColumn(profile: Profile, kind: TableKind): Column {
  const read = readName(profile.name)
  const guesses = new Map<Meaning, Guess>()
  const refuted = ({ means }: NameGuess) => judge(profile, means).score <= -0.7
  // A name that says what the values cannot be says nothing: a `Release` that holds titles.
  const name = { ...read, telling: read.aside || read.guesses.some((guess) => !refuted(guess)) }
  for (const means of ALLOWED[kind]) {
    const content = judge(profile, means)
    const byName = name.guesses.find((guess) => guess.means === means)
    // Sums that are small for dollars are not for millions, if the name says that they are.
    const explained = byName?.unit !== undefined && byName.unit !== unitsOf(means)[0] && profile.numeric > 0.9
    const confidence = combined(name, byName, explained ? Math.max(0, content.score) : content.score)
    if (confidence <= 0.02) continue
    guesses.set(means, {
      means,
      confidence,
      unit: unitOf(means, byName?.unit ?? content.unit),
      byName: byName !== undefined,
      byValues: content.score > 0.2,
    })
  }
  return { profile, name, guesses }
}

/** How sure name and values together are: they add up, but values can refute a name. */
function combined(name: NameReading, byName: NameGuess | undefined, content: number): number {
  const values = Math.max(0, content)
  if (!byName) {
    if (name.aside) return content > 0.9 ? 0.3 : 0
    if (name.telling) return values * (values > 0.8 ? 0.8 : 0.45)
    return values * (name.word ? 0.85 : 0.95)
  }
  if (content <= -0.9) return 0
  // `rating` and the like are names of many things: the values must speak for it.
  if (byName.score <= 0.5 && values < 0.3) return byName.score * 0.6
  if (content < 0) return byName.score * (1 + content)
  return 1 - (1 - byName.score * 0.92) * (1 - values * 0.9)
}

function unitOf(means: Meaning, unit: Unit | undefined): Unit {
  const known = unitsOf(means)
  return unit && known.includes(unit) ? unit : (known[0] as Unit)
}
