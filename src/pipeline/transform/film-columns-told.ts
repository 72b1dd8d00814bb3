import type { SourceSpec } from '../sources/index.ts'
import { type FilmColumn, filmColumnsOf } from './film-columns.ts'

/** Under what name a column of a source stands in `films`, by how the source knows its films; the others keep theirs. */
const NAMES: Partial<Record<FilmColumn, Partial<Record<SourceSpec['film'], string>>>> = {
  directors: { rt_id: 'rt_director', imdb_id: 'imdb_director' },
  writers: { rt_id: 'rt_writer', imdb_id: 'imdb_writer' },
  release_date: { rt_id: 'rt_release_date' },
  streaming_date: { rt_id: 'rt_streaming_date' },
  box_office_abroad_usd: all('box_office_usd'),
  box_office_worldwide_usd: all('box_office_usd'),
}

/** The gross at home before that of the world, that one before the gross abroad. */
const BELIEVED_LATER: readonly FilmColumn[] = ['box_office_worldwide_usd', 'box_office_abroad_usd']

/** A source and its column that can have told a value. */
export interface Teller {
  spec: SourceSpec
  column: FilmColumn
}

/**
 * Who can have told a column of `films`, the one that is believed first at the front: the order in which the sides,
 * `core_films` and `films` take their values.
 */
export function tellersOf(column: string, specs: readonly SourceSpec[]): Teller[] {
  const tellers = inOrder(column, specs).flatMap((spec) =>
    filmColumnsOf(spec)
      .filter((name) => nameOf(name, spec) === column)
      .map((name) => ({ spec, column: name })),
  )
  const rank = (teller: Teller) => BELIEVED_LATER.indexOf(teller.column)
  return tellers.toSorted((one, other) => rank(one) - rank(other))
}

/** Rotten Tomatoes, IMDb, the others; for the year IMDb first: Rotten Tomatoes gives that of a release. */
function inOrder(column: string, specs: readonly SourceSpec[]): SourceSpec[] {
  const sites = column === 'year' ? ['imdb_id', 'rt_id'] : ['rt_id', 'imdb_id']
  const rank = ({ film }: SourceSpec) => (sites.includes(film) ? sites.indexOf(film) : sites.length)
  return specs.toSorted((one, other) => rank(one) - rank(other))
}

function nameOf(column: FilmColumn, { film }: SourceSpec): string | undefined {
  const names = NAMES[column]
  return names ? names[film] : column
}

/**
 * The sources that can have told a value of a film, the one that is believed first at the front: one, when there
 * is no doubt. Only of use where the run has not noted which one did.
 * @param sources those of the film, in the order that `films` has them in
 */
export function toldBy(column: string, sources: readonly string[], specs: readonly SourceSpec[]): string[] {
  const own = sources.flatMap((id) => specs.find((spec) => spec.id === id) ?? [])
  const ofId = own.filter((spec) => spec.film === column).map((spec) => spec.id)
  const told = tellersOf(column, own).map(({ spec }) => spec.id)
  return [...new Set([...ofId, ...told])]
}

function all(name: string): Record<SourceSpec['film'], string> {
  return { rt_id: name, imdb_id: name, title_year: name, own_id: name }
}
