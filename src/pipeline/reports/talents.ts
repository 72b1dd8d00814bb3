import type { CheckedParams, TalentsReport } from '../api.ts'
import { list } from '../duck/index.ts'
import type { Published } from '../query/index.ts'
import { prepareCredits, ROLES } from './credits.ts'
import { type Population, population, reportBase } from './population.ts'

type Talent = TalentsReport['talents'][number]
type Year = Talent['by_year'][number]
/** As DuckDB finds them: by their row of `persons`. */
type Found = Omit<Talent, 'by_year'> & { person_row: number }

/** Who made the most, by role: the first of each by box office. A film counts once for each person and part. */
export async function talents(
  run: Published,
  params: CheckedParams<'report.talents'>,
  signal?: AbortSignal,
): Promise<TalentsReport> {
  await prepareCredits(run, signal)
  const films = await population(run, params.filters)
  const roles = `${films.values.add(list(params.role ? [params.role] : ROLES))}::part[]`
  const credited = `rowid IN (SELECT film_row FROM credits WHERE list_contains(${roles}, role))`
  const base = await reportBase(run, films, credited, signal)
  const found = await first(run, films, roles, params, signal)
  const years = await byYear(run, films, roles, found, signal)
  const talents = found.map(({ person_row, ...talent }) => ({
    ...talent,
    by_year: years.get(`${talent.role}/${person_row}`) ?? [],
  }))
  return { ...base, talents }
}

/** The credits of the films that pass, with what is reported of these. */
function creditsOf({ where }: Population, roles: string): string {
  return `SELECT person_row, role, year, box_office_usd AS usd, runtime_minutes AS minutes, imdb_rating
    FROM credits JOIN (SELECT rowid AS film_row, * FROM films WHERE ${where}) AS passing USING (film_row)
    WHERE list_contains(${roles}, role)`
}

function first(
  run: Published,
  films: Population,
  roles: string,
  { min_films, top }: CheckedParams<'report.talents'>,
  signal?: AbortSignal,
): Promise<Found[]> {
  const next = films.values.params.length + 1
  return run.duck.query<Found>(
    `WITH sums AS (
       SELECT person_row, role, count(*) AS films, sum(usd) AS box_office_usd,
         favg(imdb_rating) AS mean_imdb_rating,
         CAST(sum(usd) FILTER (WHERE minutes IS NOT NULL) AS DOUBLE)
           / sum(minutes) FILTER (WHERE usd IS NOT NULL) AS revenue_per_minute
       FROM (${creditsOf(films, roles)}) AS credited GROUP BY person_row, role HAVING count(*) >= $${next}
     ), ranked AS (
       SELECT *, row_number() OVER (
         PARTITION BY role ORDER BY box_office_usd DESC NULLS LAST, films DESC, name, person_id
       ) AS place
       FROM sums JOIN (SELECT rowid AS person_row, person_id, name FROM persons) AS named USING (person_row)
     )
     SELECT person_row, person_id, name, role, films, box_office_usd, mean_imdb_rating, revenue_per_minute
     FROM ranked WHERE place <= $${next + 1} ORDER BY role, place`,
    [...films.values.params, min_films, top],
    { signal },
  )
}

/** Year by year, by role and person; films without a year stand in none. */
async function byYear(
  run: Published,
  films: Population,
  roles: string,
  found: readonly Found[],
  signal?: AbortSignal,
): Promise<Map<string, Year[]>> {
  const years = new Map<string, Year[]>()
  if (found.length === 0) return years
  const rows = await run.duck.query<Year & Pick<Found, 'role' | 'person_row'>>(
    `SELECT role, person_row, year, count(*) AS films, sum(usd) AS box_office_usd
     FROM (${creditsOf(films, roles)}) AS credited
     WHERE year IS NOT NULL AND person_row IN (SELECT unnest($${films.values.params.length + 1}::BIGINT[]))
     GROUP BY role, person_row, year ORDER BY role, person_row, year`,
    [...films.values.params, list(found.map(({ person_row }) => BigInt(person_row)))],
    { signal },
  )
  for (const { role, person_row, ...year } of rows) {
    const key = `${role}/${person_row}`
    years.set(key, [...(years.get(key) ?? []), year])
  }
  return years
}
