import { CineError } from '../../errors.ts'
import { imdbKaggle } from './imdb-kaggle.ts'
import { rtMovies } from './rt-movies.ts'
import { rtReviews } from './rt-reviews.ts'
import { looseName, type SourceSpec } from './spec.ts'

/** Every layout we know. A new source is one more file here. */
export const SOURCES: readonly SourceSpec[] = [rtMovies, rtReviews, imdbKaggle]

/** Throws `INGEST_UNKNOWN_SOURCE`. */
export function sourceById(id: string): SourceSpec {
  const found = SOURCES.find((spec) => spec.id === id)
  if (found) return found
  const known = SOURCES.map((spec) => spec.id)
  throw new CineError('INGEST_UNKNOWN_SOURCE', `There is no source named "${id}".`, {
    hint: `Known sources: ${known.join(', ')}. Leave the name out to have it recognised from the header.`,
    details: { source: id, known },
  })
}

/** Where each field of the spec stands in a header (0-based), or null when the header lacks it. */
export function fieldIndexes(spec: SourceSpec, header: readonly string[]): Record<string, number | null> {
  const positions = new Map<string, number>()
  header.forEach((name, index) => {
    const loose = looseName(name)
    if (!positions.has(loose)) positions.set(loose, index)
  })
  return Object.fromEntries(
    spec.fields.map((field) => {
      const alias = field.aliases.find((name) => positions.has(looseName(name)))
      return [field.name, alias === undefined ? null : (positions.get(looseName(alias)) ?? null)]
    }),
  )
}
