import type { Check } from '../api.ts'
import type { Manifest } from '../lake/manifest.ts'
import { TABLE_NAMES, type TableName } from '../lake/schema.ts'
import type { Nulls } from './nulls.ts'
import { LIMITS } from './rules.ts'

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

/** What was counted on the way, against what is there. */
export function countChecks(manifest: Manifest, rows: Record<TableName, number>): Check[] {
  const tables = TABLE_NAMES.map((table): Check => {
    const said = manifest.tables[table].rows
    const message =
      rows[table] === said
        ? `The table ${table} has the rows that were written.`
        : `The table ${table} has ${rows[table]} rows, not the ${said} that were written.`
    const level = rows[table] === said ? 'ok' : 'error'
    return { code: 'TABLE_ROWS', level, table, column: null, value: rows[table], message }
  })
  const balance = manifest.balance.map((line): Check => {
    const missing = line.rows_in - line.rows_out - line.rejected - line.merged
    const message =
      missing === 0
        ? `Every row of ${line.source} is in the result, rejected or merged.`
        : `${Math.abs(missing)} rows of ${line.source} ${missing > 0 ? 'are missing from' : 'are too many in'} the balance.`
    const level = missing === 0 ? 'ok' : 'error'
    return { code: 'BALANCE', level, table: null, column: line.source, value: missing, message }
  })
  const rejected = manifest.balance.reduce((sum, line) => sum + line.rejected, 0)
  const unlisted = rejected - rows.rejects
  const rejects: Check = {
    code: 'REJECTS_LISTED',
    level: unlisted === 0 ? 'ok' : 'error',
    table: 'rejects',
    column: null,
    value: unlisted,
    message:
      unlisted === 0
        ? 'Every rejected row is in the table of rejects.'
        : `${rejected} rows were rejected, but the table of rejects has ${rows.rejects}.`,
  }
  return [...tables, ...balance, rejects]
}

/** Shares that are worth a warning by themselves. */
export function shareChecks({ balance, tables }: Manifest, nulls: Nulls): Check[] {
  const rejects = balance.map((line): Check => {
    const share = line.rows_in === 0 ? 0 : line.rejected / line.rows_in
    const limit = line.rows_in < LIMITS.least_rows ? 1 : LIMITS.rejected
    const message = `${percent(share)} of the rows of ${line.source} are rejected.`
    return {
      ...warnedAbove('REJECTED_SHARE', share, limit),
      table: null,
      column: line.source,
      message,
    }
  })
  const { rows } = tables.reviews
  const share = rows < LIMITS.least_rows ? 0 : (nulls.reviews.film_id ?? 0) / rows
  const orphans: Check = {
    ...warnedAbove('REVIEW_ORPHAN_SHARE', share, LIMITS.orphans),
    table: 'reviews',
    column: 'film_id',
    message: `${percent(share)} of the reviews are of films that are not there.`,
  }
  return [...rejects, orphans]
}

function warnedAbove(code: string, value: number, limit: number): Pick<Check, 'code' | 'level' | 'value'> {
  return { code, level: value > limit ? 'warning' : 'ok', value }
}
