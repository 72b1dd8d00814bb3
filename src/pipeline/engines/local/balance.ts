import type { BalanceLine } from '../../api.ts'
import type { Duck } from '../../duck/index.ts'
import { type SourceSpec, sourceById } from '../../sources/index.ts'
import { rowsOut } from '../../transform/index.ts'
import type { Input } from './inputs.ts'
import { broken } from './load.ts'

/** Rows in = out + rejected + merged, for every source that landed. Throws `BALANCE_BROKEN`. */
export async function balanceOf(
  duck: Duck,
  inputs: readonly Input[],
  specs: readonly SourceSpec[],
): Promise<BalanceLine[]> {
  const merged = await duck.query<{ source: string; rows: number }>(
    'SELECT source, sum(records) AS rows FROM merged GROUP BY source',
  )
  const lines: BalanceLine[] = []
  for (const source of [...new Set(inputs.map((input) => input.landed.source))].sort()) {
    const own = inputs.filter((input) => input.landed.source === source)
    const [out] = await duck.query<{ rows: number }>(rowsOut(sourceById(source, specs)))
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
  return lines
}

/** No review is lost by looking for its film: what the other promises of the tables are, the quality room checks. */
export function checkReviews(
  balance: readonly BalanceLine[],
  specs: readonly SourceSpec[],
  written: number,
): void {
  const ofReviews = balance.filter(({ source }) => sourceById(source, specs).role === 'reviews')
  const expected = ofReviews.reduce((sum, line) => sum + line.rows_out, 0)
  if (written !== expected) throw broken(`${expected} reviews came in, ${written} went out.`, null)
}
