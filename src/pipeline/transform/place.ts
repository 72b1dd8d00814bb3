import type { SourceSpec } from '../sources/index.ts'
import type { Dialect } from './dialect.ts'

/** Which film a reference of a source is of, when no id of either site tells: `film_ref`, `film_id`. */
export const placedIn = (spec: SourceSpec): string => `${spec.id}_placed`

/** The same as a query, for any source. `films`: the sources that describe films. */
export function filmsOf(d: Dialect, spec: SourceSpec, films: readonly SourceSpec[]): string {
  const byId = (id: string) => `SELECT ${id} AS film_ref, film_id FROM core_films WHERE ${id} IS NOT NULL`
  if (spec.film === 'imdb_id') return byId('imdb_id')
  if (spec.film === 'rt_id') return byId('rt_id')
  const numbered = films.find((each) => each.id === (spec.films_of ?? spec.id) && each.film === spec.film)
  const placed = spec.role === 'reviews' && spec.film === 'own_id' ? numbered : spec
  if (placed) return `SELECT film_ref, film_id FROM ${placedIn(placed)}`
  return `SELECT ${d.nullOf('VARCHAR')} AS film_ref, ${d.nullOf('VARCHAR')} AS film_id WHERE FALSE`
}
