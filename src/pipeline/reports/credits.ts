import type { Role } from '../api.ts'
import type { Published } from '../query/index.ts'

/** In the order in which they are reported. */
export const ROLES: readonly Role[] = ['actor', 'director', 'writer']

const MAKING = [
  `CREATE TYPE IF NOT EXISTS part AS ENUM ('${ROLES.join("', '")}')`,
  `CREATE OR REPLACE TABLE persons AS
    SELECT person_id, name FROM (
      SELECT person_id, arg_min(name, place) AS name FROM (
        SELECT person_id, name, row_number() OVER (ORDER BY count(*) DESC, name) AS place
        FROM people GROUP BY person_id, name
      ) AS named
      GROUP BY person_id
    ) AS each_person
    ORDER BY name, person_id`,
  `CREATE OR REPLACE TABLE credits AS
    SELECT DISTINCT TRY_CAST(role AS part) AS role, films.rowid AS film_row, persons.rowid AS person_row
    FROM people JOIN films USING (film_id) JOIN persons USING (person_id)
    WHERE TRY_CAST(role AS part) IS NOT NULL ORDER BY role, film_row, person_row`,
]

/**
 * Makes `persons` (one row a person, by the name that most of their credits give, in the order of the names)
 * and `credits` (who had which part in which film, once, by the rows of `persons` and `films`).
 */
export function prepareCredits(run: Published, signal?: AbortSignal): Promise<void> {
  return run.prepared('credits', MAKING, signal)
}
