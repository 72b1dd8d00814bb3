import { CineError } from '../errors.ts'
import { identifier } from '../sources/index.ts'

/** Nothing else may stand in the name of a source: it names a folder under `raw/` too. Throws `SOURCE_NOT_VALID`. */
export function checkSourceId(id: string): void {
  if (identifier.safeParse(id).success) return
  const named = suggestion(id)
  throw new CineError('SOURCE_NOT_VALID', `${JSON.stringify(id.slice(0, 80))} is no name of a source.`, {
    hint: `A name is up to 60 lower-case letters, digits and _, a letter first${named ? `, such as ${named}` : ''}.`,
    details: { id: id.slice(0, 200), suggestion: named },
  })
}

/** `../My films.csv` → `my_films_csv`; null where nothing is left of it. */
function suggestion(id: string): string | null {
  const words = id.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const named = words
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 60)
  return identifier.safeParse(named).success ? named : null
}
