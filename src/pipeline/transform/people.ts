import type { SourceSpec } from '../sources/index.ts'
import type { Dialect } from './dialect.ts'
import type { Statement } from './merge.ts'
import { filmRows, perFilm } from './per-film.ts'
import { filmsOf } from './place.ts'
import { foldName } from './rules/fold.ts'
import { isKeyedByFilm } from './typed-keys.ts'
import { settledColumns } from './units.ts'

const ROLE_OF = { directors: 'director', writers: 'writer', actors: 'actor' }

/** The part that a source names otherwise, such as the categories of the academy's awards. */
function roleOf(d: Dialect, said: string): string {
  return `CASE WHEN ${d.matches(said, '^(?:acting|actor|actress|cast|self)\\b')} THEN 'actor'
    WHEN ${d.matches(said, '^(?:directing|director(?:$| *[^ o]))')} THEN 'director'
    WHEN ${d.matches(said, '^(?:writing|writer|screenplay|screenwriter|author)\\b')} THEN 'writer' END`
}

/**
 * Who made a film, once for each part they had in it: named by the first source of `specs` that does, at their
 * first place.
 */
export function peopleStatement(d: Dialect, specs: readonly SourceSpec[]): Statement {
  const credits = specs.flatMap((_, order) => creditsOf(d, specs, order))
  const nobody = `SELECT ${d.nullOf('VARCHAR')} AS film_id, ${d.nullOf('VARCHAR')} AS name,
    ${d.nullOf('INTEGER')} AS position, ${d.nullOf('VARCHAR')} AS role, ${d.nullOf('VARCHAR')} AS source,
    0 AS source_order, ${d.nullOf('VARCHAR')} AS named_in WHERE FALSE`
  const select = `SELECT person_id, film_id, name, role, source, position FROM (
      SELECT *, row_number() OVER (
        PARTITION BY film_id, role, person_id ORDER BY source_order, position, name, named_in
      ) AS place
      FROM (
        SELECT substr(${d.md5(foldName(d, 'name'))}, 1, 16) AS person_id, * FROM (
          ${credits.length > 0 ? credits.join('\n          UNION ALL ') : nobody}
        ) AS credited
      ) AS identified
    ) AS ranked
    WHERE place = 1`
  return { name: 'people', sql: d.createTable('people', select) }
}

function creditsOf(d: Dialect, specs: readonly SourceSpec[], order: number): string[] {
  const spec = specs[order] as SourceSpec
  const columns = settledColumns(spec)
  const rows = isKeyedByFilm(spec)
    ? `(SELECT *, film_ref AS key FROM ${perFilm(spec)})`
    : `(${filmRows(d, spec)})`
  const credited = (list: string, role: string) =>
    `SELECT films_of.film_id, ${d.explode(`credited.${list}`, 'name', 'position')}, ${role} AS role,
      ${d.literal(spec.id)} AS source, ${order} AS source_order, credited.key AS named_in
    FROM ${rows} AS credited JOIN (${filmsOf(d, spec, specs)}) AS films_of ON films_of.film_ref = credited.film_ref
    WHERE credited.${list} IS NOT NULL AND ${role} IS NOT NULL`
  const own = Object.entries(ROLE_OF)
    .filter(([list]) => columns.includes(list))
    .map(([list, role]) => credited(list, d.literal(role)))
  return columns.includes('credit_names') && columns.includes('credit_role')
    ? [...own, credited('credit_names', roleOf(d, 'credited.credit_role'))]
    : own
}
