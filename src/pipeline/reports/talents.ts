import type { CheckedParams, Role, TalentsReport } from '../api.ts'
import { list } from '../duck/index.ts'
import type { Published } from '../query/index.ts'
import { prepareCredits, ROLES } from './credits.ts'
import { type Population, population, reportBase } from './population.ts'

type Talent = TalentsReport['talents'][number]
type Sums = Pick<Talent, 'films' | 'box_office_usd'> & { person_row: number }

/** Who made the most, by role: the first of each by box office. A film counts once for each person and part. */
export async function talents(
  run: Published,
  params: CheckedParams<'report.talents'>,
  signal?: AbortSignal,
): Promise<TalentsReport> {
  await prepareCredits(run, signal)
  const films = await population(run, params.filters)
  const roles = params.role ? [params.role] : ROLES
  const credited = `rowid IN (SELECT film_row FROM credits${params.role ? ` WHERE role = '${params.role}'::part` : ''})`
  const base = await reportBase(run, films, credited, signal)
  const talents: Talent[] = []
  for (const role of roles) {
    const sums = await highest(run, films, role, params, signal)
    talents.push(...(await told(run, films, role, sums, signal)))
  }
  return { ...base, talents }
}

/** The credits of a part in the films that pass, with what is reported of these. `role` is of the closed list. */
function creditsOf({ where }: Population, role: Role, columns: readonly string[]): string {
  return `SELECT person_row, ${columns.join(', ')} FROM credits
    JOIN (SELECT rowid AS film_row, ${columns.join(', ')} FROM films WHERE ${where}) AS passing USING (film_row)
    WHERE role = '${role}'::part`
}

/** Those who made the most; of equals, who made more films, then by name (the order of `persons`). */
function highest(
  run: Published,
  films: Population,
  role: Role,
  { min_films, top }: CheckedParams<'report.talents'>,
  signal?: AbortSignal,
): Promise<Sums[]> {
  const next = films.values.params.length + 1
  return run.duck.query<Sums>(
    `SELECT person_row, count(*) AS films, CAST(sum(box_office_usd) AS DOUBLE) AS box_office_usd
     FROM (${creditsOf(films, role, ['box_office_usd'])}) AS credited
     GROUP BY person_row HAVING count(*) >= $${next}
     ORDER BY box_office_usd DESC NULLS LAST, films DESC, person_row LIMIT $${next + 1}`,
    [...films.values.params, min_films, top],
    { signal },
  )
}

const TOLD = ['year', 'box_office_usd', 'imdb_rating', 'runtime_minutes', 'contributed']

type Rest = Omit<Talent, 'role' | 'films' | 'box_office_usd'> & { person_row: number }

/** The rest of what is told of these, and their films year by year; films without a year stand in none. */
async function told(
  run: Published,
  films: Population,
  role: Role,
  sums: readonly Sums[],
  signal?: AbortSignal,
): Promise<Talent[]> {
  if (sums.length === 0) return []
  const rows = await run.duck.query<Rest>(
    `WITH credited AS MATERIALIZED (
       SELECT * FROM (${creditsOf(films, role, TOLD)})
       WHERE person_row IN (SELECT unnest($${films.values.params.length + 1}::BIGINT[]))
     ), overall AS (
       SELECT person_row, favg(imdb_rating) AS mean_imdb_rating,
         CAST(sum(box_office_usd) FILTER (WHERE runtime_minutes IS NOT NULL) AS DOUBLE)
           / sum(runtime_minutes) FILTER (WHERE box_office_usd IS NOT NULL) AS revenue_per_minute,
         count(*) FILTER (WHERE list_contains(contributed, 'box_office_usd')) AS contributed
       FROM credited GROUP BY person_row
     ), yearly AS (
       SELECT person_row, year, count(*) AS films, CAST(sum(box_office_usd) AS DOUBLE) AS box_office_usd
       FROM credited WHERE year IS NOT NULL GROUP BY person_row, year
     )
     SELECT person_row, person_id, name, mean_imdb_rating, revenue_per_minute, contributed, coalesce(by_year, []) AS by_year
     FROM overall JOIN (SELECT rowid AS person_row, person_id, name FROM persons) AS named USING (person_row)
     LEFT JOIN (
       SELECT person_row, list({year: year, films: films, box_office_usd: box_office_usd} ORDER BY year) AS by_year
       FROM yearly GROUP BY person_row
     ) AS years USING (person_row)`,
    [...films.values.params, list(sums.map(({ person_row }) => BigInt(person_row)))],
    { signal },
  )
  const byRow = new Map(rows.map(({ person_row, ...rest }) => [person_row, rest]))
  return sums.flatMap(({ person_row, films, box_office_usd }) => {
    const rest = byRow.get(person_row)
    if (!rest) return []
    const { person_id, name, ...figures } = rest
    return [{ person_id, name, role, films, box_office_usd, ...figures }]
  })
}
