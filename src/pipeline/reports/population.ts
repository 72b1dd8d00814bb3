import type { Filters, ReportBase } from '../api.ts'
import { filmFilter, type Published, Values } from '../query/index.ts'

/** The films with a place on the plane of the scores. */
export const BOTH_SCORES = 'imdb_rating IS NOT NULL AND tomato_meter IS NOT NULL'

/** The films that pass the filters, as a condition on `films` with its parameters. */
export interface Population {
  where: string
  values: Values
}

export async function population(run: Published, filters: Filters | undefined): Promise<Population> {
  const values = new Values()
  return { where: (await filmFilter(run, filters)).where(values), values }
}

/** How many films pass the filters; of these, how many lack a value that a report needs, and were corrected. */
export async function reportBase(
  run: Published,
  { where, values }: Population,
  needed: string,
  signal?: AbortSignal,
): Promise<ReportBase> {
  const [row] = await run.duck.query<Omit<ReportBase, 'run_id'>>(
    `SELECT count(*) AS filtered, count(*) FILTER (WHERE NOT coalesce(${needed}, false)) AS left_out,
       count(contributed) AS contributed
     FROM films WHERE ${where}`,
    values.params,
    { signal },
  )
  const { filtered = 0, left_out = 0, contributed = 0 } = row ?? {}
  return { run_id: run.manifest.run_id, filtered, left_out, contributed }
}
