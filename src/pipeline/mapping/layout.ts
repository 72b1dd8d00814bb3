import { looseName, type Meaning, nameOf, type SourceSpec, unitsOf } from '../sources/index.ts'
import type { Guess } from './guesses.ts'
import type { Profile } from './profile.ts'

export type Role = SourceSpec['role']

const has = (chosen: readonly (Guess | null)[], ...some: Meaning[]) =>
  chosen.some((guess) => guess !== null && some.includes(guess.means))

/** What the table adds to the lake, by what its columns mean. */
export function roleOf(chosen: readonly (Guess | null)[]): Role {
  if (has(chosen, 'review_text', 'score_raw', 'critic_name', 'review_state', 'score_sentiment'))
    return 'reviews'
  if (has(chosen, 'credit_names', 'credit_role')) return 'people'
  const describes = has(chosen, 'genres', 'runtime_minutes', 'language', 'country', 'original_title')
  if (describes) return 'films'
  const people = has(chosen, 'directors', 'writers', 'actors', 'director_ids', 'writer_ids')
  const title = has(chosen, 'title')
  const scores = has(chosen, 'imdb_rating', 'imdb_votes', 'tomato_meter', 'audience_score', 'metascore')
  const money = has(chosen, 'box_office_usd', 'box_office_abroad_usd', 'box_office_worldwide_usd')
  if (title && people) return 'films'
  if (money && !scores) return 'money'
  if (scores) return 'ratings'
  return people ? 'people' : 'films'
}

/** How a record says which film it is of; null when no column tells. */
export function filmOf(chosen: readonly (Guess | null)[], role: Role): SourceSpec['film'] | null {
  if (has(chosen, 'imdb_id')) return 'imdb_id'
  if (has(chosen, 'rt_id')) return 'rt_id'
  // Its own number tells the films of a source, and the reviews that go with them; nothing else.
  const numbered = role === 'films' || role === 'reviews'
  if (has(chosen, 'own_id') && (numbered || !has(chosen, 'title'))) return 'own_id'
  return has(chosen, 'title') ? 'title_year' : null
}

interface Table {
  profiles: readonly Profile[]
  chosen: readonly (Guess | null)[]
}

/** The columns that a header can find again: those with a name, the first of two alike. */
export function findable(header: readonly string[]): boolean[] {
  const seen = new Set<string>()
  return header.map((name) => {
    const loose = looseName(name)
    const fresh = loose !== '' && name.length <= 300 && !seen.has(loose)
    seen.add(loose)
    return fresh
  })
}

/** A specification as far as the columns go; the caller gives it a name. */
export function layoutOf(
  { profiles, chosen }: Table,
  role: Role,
  film: SourceSpec['film'],
): Pick<SourceSpec, 'fields' | 'keys'> {
  const names = new Set<string>()
  const named = findable(profiles.map(({ name }) => name))
  const fields: SourceSpec['fields'] = []
  const fieldOf = new Map<Meaning, string>()
  for (const [column, { name: header }] of profiles.entries()) {
    if (!named[column]) continue
    const guess = chosen[column] ?? null
    if (guess === null && fields.length >= MOST_FIELDS - chosen.filter(Boolean).length) continue
    const name = unused(nameOf(withoutAccents(header)).slice(0, 50), names)
    names.add(name)
    // All that is used is required, so that no other table with a title and a year is taken for this one.
    const use =
      guess === null
        ? {}
        : { means: guess.means, ...(guess.unit === unitsOf(guess.means)[0] ? {} : { unit: guess.unit }) }
    fields.push({ name, aliases: [header], required: guess !== null, ...use })
    if (guess && !fieldOf.has(guess.means)) fieldOf.set(guess.means, name)
  }
  const keys = keyMeanings(role, film, fieldOf).flatMap((means) => fieldOf.get(means) ?? [])
  return { fields, keys }
}

const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')

const MOST_FIELDS = 500

/** What tells a record from the others: of one film, of one review, of one credit. */
function keyMeanings(role: Role, film: SourceSpec['film'], known: ReadonlyMap<Meaning, string>): Meaning[] {
  const when: Meaning[] = known.has('year') ? ['year'] : known.has('release_date') ? ['release_date'] : []
  const ofFilm: Meaning[] = film === 'title_year' ? ['title', ...when] : [film]
  if (role === 'reviews')
    return known.has('review_id')
      ? [...ofFilm, 'review_id']
      : [...ofFilm, 'critic_name', 'publication_name', 'created_at', 'review_text', 'score_raw']
  return role === 'people' ? [...ofFilm, 'credit_role', 'credit_names'] : ofFilm
}

function unused(name: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name}_${n}`
    if (!taken.has(candidate)) return candidate
  }
}
