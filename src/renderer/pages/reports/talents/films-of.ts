import type { Film, Role } from '../../../../pipeline/api.ts'

/** Where a film names those who had the part. */
const FIELDS = {
  actor: ['actors'],
  director: ['rt_director', 'imdb_director'],
  writer: ['rt_writer', 'imdb_writer'],
} as const satisfies Record<Role, readonly (keyof Film)[]>

/** Of the films that a search for the name found, those in which the person had the part. */
export function filmsOf(films: readonly Film[], name: string, role: Role): Film[] {
  const wanted = fold(name)
  return films.filter((film) =>
    FIELDS[role].some((field) => film[field]?.some((each) => fold(each) === wanted) ?? false),
  )
}

/** Names are the same whatever their case, accents and punctuation. */
function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
