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

/** The columns of `films` that a source can have filled. */
function filmColumnsTold(spec: SourceSpec): Set<string> {
  const columns = filmColumnsOf(spec).flatMap((name) => {
    const other = NAMES[name]
    return other ? (other[spec.film] ?? []) : name
  })
  const ids = { rt_id: ['rt_id'], imdb_id: ['imdb_id'] }
  return new Set([...columns, ...(spec.film === 'rt_id' || spec.film === 'imdb_id' ? ids[spec.film] : [])])
}

/**
 * The sources that can have told a value of a film, the one that is believed first at the front: one, when there
 * is no doubt.
 * @param sources those of the film, in the order that `films` has them in
 */
export function toldBy(column: string, sources: readonly string[], specs: readonly SourceSpec[]): string[] {
  const byId = new Map(specs.map((spec) => [spec.id, spec]))
  const told = sources.flatMap((id) => {
    const spec = byId.get(id)
    return spec && filmColumnsTold(spec).has(column) ? spec : []
  })
  // The year is IMDb's before anyone's: Rotten Tomatoes gives that of a release.
  const first = column === 'year' ? told.filter((spec) => spec.film === 'imdb_id') : []
  return [...new Set([...first, ...told])].map((spec) => spec.id)
}

function all(name: string): Record<SourceSpec['film'], string> {
  return { rt_id: name, imdb_id: name, title_year: name, own_id: name }
}
