import type { BalanceLine } from '../../api.ts'
import type { Duck } from '../../duck/index.ts'
import { ROWS_OUT } from '../../transform/index.ts'
import type { Input } from './inputs.ts'
import { broken } from './load.ts'

/** Rows in = out + rejected + merged, for every source that landed. Throws `BALANCE_BROKEN`. */
export async function balanceOf(duck: Duck, inputs: readonly Input[]): Promise<BalanceLine[]> {
  const merged = await duck.query<{ source: string; rows: number }>(
    'SELECT source, sum(records) AS rows FROM merged GROUP BY source',
  )
  const lines: BalanceLine[] = []
  for (const source of [...new Set(inputs.map((input) => input.landed.source))].sort()) {
    const own = inputs.filter((input) => input.landed.source === source)
    const [out] = await duck.query<{ rows: number }>(ROWS_OUT[source] ?? '')
    const line = {
      source,
      rows_in: own.reduce((sum, input) => sum + input.rows_in, 0),
      rows_out: out?.rows ?? 0,
      rejected: own.reduce((sum, input) => sum + input.rejected, 0),
      merged: merged.find((each) => each.source === source)?.rows ?? 0,
    }
    if (line.rows_in !== line.rows_out + line.rejected + line.merged)
      throw broken(
        `The rows of ${source} do not add up: ${line.rows_in} in, ${line.rows_out} out, ` +
          `${line.rejected} rejected, ${line.merged} merged.`,
        null,
      )
    lines.push(line)
  }
  await checkTables(duck)
  return lines
}

/** What every published table promises: one row a film, and no review or person of a film that is not there. */
async function checkTables(duck: Duck): Promise<void> {
  const [counts] = await duck.query<Record<string, number>>(`SELECT
    (SELECT count(*) - count(DISTINCT film_id) FROM films) AS repeated_films,
    (SELECT count(*) - count(DISTINCT review_id) FROM reviews) AS repeated_reviews,
    (SELECT count(*) FROM reviews) - (SELECT count(*) FROM rt_reviews) AS lost_reviews,
    (SELECT count(*) FROM people WHERE film_id NOT IN (SELECT film_id FROM films)) AS people_of_no_film`)
  const wrong = Object.entries(counts ?? {}).find(([, count]) => count !== 0)
  if (wrong)
    throw broken(`The result does not hold together: ${wrong[1]} ${wrong[0].replaceAll('_', ' ')}.`, null)
}
