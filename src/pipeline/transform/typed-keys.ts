import { keyFields, type Meaning, type SourceField, type SourceSpec } from '../sources/index.ts'
import type { Dialect } from './dialect.ts'
import { prepared, typedValue, unitOf } from './prepared.ts'
import { fold } from './rules/fold.ts'
import { imdbIds } from './rules/ids.ts'

export type Columns = [name: string, sql: string][]

const TITLE_AND_YEAR: readonly (Meaning | undefined)[] = ['title', 'year', 'release_date']

/** The fields that say which film a record is of, where no id does. */
const titleFields = (spec: SourceSpec) =>
  spec.film === 'title_year' ? spec.fields.filter((field) => TITLE_AND_YEAR.includes(field.means)) : []

/** The key fields beside those that say which film it is. */
function otherKeys(spec: SourceSpec): SourceField[] {
  const ofFilm = spec.film === 'title_year' ? TITLE_AND_YEAR : [spec.film]
  return keyFields(spec).filter((field) => !ofFilm.includes(field.means) || field.unit === 'imdb_ids')
}

/** Films known by title are told apart by their keys only; reviews of them name the title in any case. */
const filmParts = (spec: SourceSpec) =>
  spec.role === 'reviews'
    ? titleFields(spec)
    : keyFields(spec).filter((field) => titleFields(spec).includes(field))

/**
 * What tells a record from the others, part by part, as it is read: two ways to write a title or a date are one.
 * `film_ref` where an id tells the film.
 */
export function keyParts(d: Dialect, spec: SourceSpec): Columns {
  const parts = [...filmParts(spec), ...otherKeys(spec)]
  const id = spec.fields.find((field) => field.means === spec.film)
  const reference: Columns = id ? [['film_ref', filmId(d, id)]] : []
  return [...reference, ...parts.map((field): Columns[number] => [partName(field), keyPart(d, spec, field)])]
}

/** Its records and its films are the same: none has several of the other. */
export function isKeyedByFilm(spec: SourceSpec): boolean {
  return spec.role !== 'reviews' && (spec.film === 'title_year' || otherKeys(spec).length === 0)
}

const partName = (field: SourceField) => `k_${field.name}`

const filmId = (d: Dialect, field: SourceField) =>
  field.unit === 'imdb_ids' ? imdbIds(d, prepared(field)) : typedValue(d, field)

function keyPart(d: Dialect, spec: SourceSpec, field: SourceField): string {
  const raw = prepared(field)
  if (field.means === 'title') {
    // A year that ends the title tells remakes apart, where no other key does.
    const title = keyFields(spec).some((each) => each.means === 'year' || each.means === 'release_date')
      ? typedValue(d, field)
      : raw
    return `replace(${fold(d, title)}, ' ', '_')`
  }
  if (field.means === 'year' || field.means === 'release_date' || field.means === 'created_at')
    return `coalesce(${d.asText(typedValue(d, field))}, ${raw})`
  return field.means === 'imdb_id' && unitOf(field) !== 'imdb_ids' ? typedValue(d, field) : raw
}

/**
 * `key` and `film_ref` over those parts. A film known by its title is its own key: `toy_story_3:2010`. The key of a
 * review is published: the film, `/`, then the review's number, or a hash of what tells it from the others.
 */
export function keyOf(d: Dialect, spec: SourceSpec): Columns {
  const named = (fields: SourceField[]) => fields.map(partName)
  const byTitle = spec.film === 'title_year'
  const ofSeveral = spec.fields.some((field) => field.unit === 'imdb_ids')
  const film = byTitle ? named(filmParts(spec)) : ofSeveral ? [] : ['film_ref']
  const others = otherKeys(spec)
  if (spec.role === 'reviews' && others.length > 0) {
    const numbered = others.length === 1 && others[0]?.means === 'review_id'
    const hash = `substr(${d.md5(joined('\u001f', named(others)))}, 1, 16)`
    const review = numbered ? named(others)[0] : hash
    return [
      ['key', `${joined(':', film)} || '/' || ${review}`],
      ['film_ref', joined(':', film)],
    ]
  }
  const key = joined(':', [...film, ...named(others)])
  return [
    ['key', key],
    ['film_ref', byTitle ? key : 'film_ref'],
  ]
}

/** NULLs are left out: a film without a year is known by its title alone. */
function joined(separator: string, columns: string[]): string {
  return columns.length === 1 ? (columns[0] ?? '') : `concat_ws('${separator}', ${columns.join(', ')})`
}
