import type { Check } from '../api.ts'
import type { Manifest } from '../lake/manifest.ts'
import { TABLE_NAMES, type TableName } from '../lake/schema.ts'
import type { Nulls } from './nulls.ts'
import { LIMITS } from './rules.ts'

const points = (share: number) => `${(share * 100).toFixed(1)} %`

/**
 * Against the run published before: rows that were lost, columns that lack more. Nothing when there is none, or
 * when one of the two read only a part of its files.
 */
export function comparedChecks(manifest: Manifest, nulls: Nulls, before: Manifest | null): Check[] {
  if (!before || before.n_rows !== null || manifest.n_rows !== null) return []
  // More or fewer rejects are no news of their own: REJECTED_SHARE tells.
  const tables = TABLE_NAMES.filter((table) => table !== 'rejects')
  return tables.flatMap((table) => [
    rowsLost(table, manifest, before),
    ...jumps(table, manifest, nulls, before),
  ])
}

function rowsLost(table: TableName, manifest: Manifest, before: Manifest): Check {
  const [now, then] = [manifest.tables[table].rows, before.tables[table].rows]
  const lost = then < LIMITS.least_rows ? 0 : Math.max(0, 1 - now / then)
  return {
    code: 'ROWS_LOST',
    level: lost > LIMITS.rows_lost ? 'warning' : 'ok',
    table,
    column: null,
    value: lost,
    message: `The table ${table} has ${now} rows; run ${before.run_id} had ${then}.`,
  }
}

function jumps(table: TableName, manifest: Manifest, nulls: Nulls, before: Manifest): Check[] {
  const { rows } = manifest.tables[table]
  const { rows: rowsBefore, nulls: nullsBefore } = before.tables[table]
  if (!nullsBefore || rows < LIMITS.least_rows || rowsBefore < LIMITS.least_rows) return []
  return Object.entries(nulls[table]).flatMap(([column, lacking]): Check[] => {
    const lackingBefore = nullsBefore[column]
    if (lackingBefore === undefined) return []
    const [share, shareBefore] = [lacking / rows, lackingBefore / rowsBefore]
    const jump = share - shareBefore
    if (jump <= LIMITS.null_share_jump) return []
    const message = `${points(share)} of the ${table} have no ${column}; in run ${before.run_id} it was ${points(shareBefore)}.`
    return [{ code: 'NULL_SHARE_JUMPED', level: 'warning', table, column, value: jump, message }]
  })
}
