import { CURATED } from '../lake/schema.ts'
import type { SourceSpec } from '../sources/index.ts'
import type { Dialect } from './dialect.ts'
import { type Teller, tellersOf } from './film-columns-told.ts'
import type { Statement } from './merge.ts'
import { perFilm } from './per-film.ts'
import { placedIn } from './place.ts'

/**
 * `told_by`: `film_id`, and of each column of `films` that several sources could have told, the id of the one that
 * did; films of one source only are not in it. `specs`: the sources that describe films, placed already.
 */
export function toldByStatement(d: Dialect, specs: readonly SourceSpec[]): Statement {
  const several = CURATED.films
    .map(({ name }) => ({ name, tellers: tellersOf(name, specs) }))
    .filter(({ tellers }) => new Set(tellers.map(({ spec }) => spec.id)).size > 1)
  const columns = several.map(({ name, tellers }) => `${firstToTell(d, name, tellers)} AS ${name}`)
  const used = specs.filter((spec) =>
    several.some(({ tellers }) => tellers.some((each) => each.spec === spec)),
  )
  const joined = used.map((spec) => `LEFT JOIN (${knownOf(spec)}) AS ${spec.id} ON ${onFilm(spec)}`)
  return {
    name: 'told_by',
    sql: d.createTable(
      'told_by',
      `SELECT ${['film.film_id', ...columns].join(', ')} FROM films AS film
      ${joined.join('\n      ')}
      WHERE ${d.item('film.sources', '2')} IS NOT NULL`,
    ),
  }
}

/** The first source whose value it is. A year that nobody gives is that of an address of Rotten Tomatoes. */
function firstToTell(d: Dialect, name: string, tellers: readonly Teller[]): string {
  const each = tellers.map(
    ({ spec, column }) => `WHEN ${spec.id}.${column} = film.${name} THEN ${d.literal(spec.id)}`,
  )
  const site = tellers.find(({ spec }) => spec.film === 'rt_id')
  const ofAddress =
    name === 'year' && site ? `WHEN film.year IS NOT NULL THEN ${d.literal(site.spec.id)}` : ''
  return `CASE ${each.join(' ')} ${ofAddress} END`
}

/** What a source says of each film, by the reference that `onFilm` looks for. */
function knownOf(spec: SourceSpec): string {
  if (isOfSite(spec)) return `SELECT * FROM ${perFilm(spec)}`
  return `SELECT placed.film_id, own.* FROM ${perFilm(spec)} AS own
        JOIN ${placedIn(spec)} AS placed ON placed.film_ref = own.film_ref`
}

function onFilm(spec: SourceSpec): string {
  return isOfSite(spec) ? `${spec.id}.film_ref = film.${spec.film}` : `${spec.id}.film_id = film.film_id`
}

const isOfSite = ({ film }: SourceSpec) => film === 'rt_id' || film === 'imdb_id'
