import type { SourceSpec } from '../sources/index.ts'
import type { Dialect } from './dialect.ts'
import { filmColumnsOf, isOfSeveral } from './film-columns.ts'
import { rowsOf, type Statement } from './merge.ts'
import { plausibleYear } from './rules/numbers.ts'
import { isKeyedByFilm } from './typed-keys.ts'
import { settledColumns } from './units.ts'

/** What a source says of each film: `film_ref`, then the film columns that it fills. */
export const perFilm = (spec: SourceSpec): string => `${spec.id}_films`

/** One row for each film that a source names, whatever its records are: films, nominations of several films… */
export function perFilmStatements(d: Dialect, spec: SourceSpec): Statement[] {
  const columns = filmColumnsOf(spec)
  const name = perFilm(spec)
  const own = settledColumns(spec)
  const released = plausibleYear('CAST(extract(year FROM release_date) AS INTEGER)')
  const year = own.includes('year') ? `coalesce(year, ${released})` : released
  const dated = columns.map((column) =>
    column === 'year' && own.includes('release_date') ? `${year} AS year` : column,
  )
  const known = `FROM (${filmRows(d, spec)}) AS row_of_film WHERE film_ref IS NOT NULL`
  // Of several records the first in the order of their keys, column by column.
  const told = columns.map((column) => `${d.firstKnown(column, 'key')} AS ${column}`)
  const select = isKeyedByFilm(spec)
    ? `SELECT ${['film_ref', ...dated].join(', ')} ${known}`
    : `SELECT ${['film_ref', ...told].join(', ')} FROM (SELECT ${['key', 'film_ref', ...dated].join(', ')} ${known}) AS named
    GROUP BY film_ref`
  return [{ name, sql: d.createTable(name, select) }]
}

/** The rows of a source, one for each film that a row is of: `key`, `film_ref` and the settled columns. */
export function filmRows(d: Dialect, spec: SourceSpec): string {
  const columns = settledColumns(spec)
  const list = (names: string[]) => ['key', 'film_ref', ...names].join(', ')
  if (!isOfSeveral(spec)) return `SELECT ${list(columns)} FROM ${rowsOf(spec)}`
  // `Wings|Sunrise` of `tt0018578|tt0018455`: a title for each.
  const title = `${d.trim(d.item(d.split('title', '|'), 'film_place'), ' ')} AS title`
  const own = columns.map((name) => (name === 'title' ? title : name))
  return `SELECT ${list(own).replace('film_ref', 'film AS film_ref')} FROM (
    SELECT ${['key', ...columns].join(', ')}, ${d.explode('film_ref', 'film', 'film_place')} FROM ${rowsOf(spec)}
  ) AS of_several`
}
