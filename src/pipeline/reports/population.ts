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

/** How many films pass the filters, and how many of these lack a value that a report needs. */
export async function reportBase(
  run: Published,
  { where, values }: Population,
  needed: string,
  signal?: AbortSignal,
): Promise<ReportBase> {
  const [row] = await run.duck.query<{ filtered: number; left_out: number }>(
    `SELECT count(*) AS filtered, count(*) FILTER (WHERE NOT coalesce(${needed}, false)) AS left_out
     FROM films WHERE ${where}`,
    values.params,
    { signal },
  )
  return { run_id: run.manifest.run_id, filtered: row?.filtered ?? 0, left_out: row?.left_out ?? 0 }
}
