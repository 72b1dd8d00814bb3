import type { SourceSpec } from '../sources/index.ts'
import type { Dialect } from './dialect.ts'
import { toldTwice, twiceOf } from './told-twice.ts'
import { settledColumns, settledOf, settleStatements } from './units.ts'

/** Something that the transform makes, by its name. */
export interface Statement {
  /** For progress and messages. */
  name: string
  sql: string
}

/** One row for each key of a source. */
export const rowsOf = (spec: SourceSpec): string => `${spec.id}_rows`
/** Keys with several records, and how many. */
export const repeatedOf = (spec: SourceSpec): string => `${spec.id}_repeated`

/**
 * One row for each key of a source: of its records, the one of the latest landing, of those the one that says
 * most; what it leaves unknown comes from the others. Most keys have one record, which is not copied, and most of
 * the others say the same in all of theirs (a dump that landed again): only where they differ are they compared.
 * `before`: sources that may have the same reviews, which are then left to them.
 */
export function mergeStatements(
  d: Dialect,
  spec: SourceSpec,
  before: readonly SourceSpec[] = [],
): Statement[] {
  const records = settledOf(spec)
  const repeated = repeatedOf(spec)
  const different = `${spec.id}_different`
  const merged = `${spec.id}_merged`
  const values = ['film_ref', ...settledColumns(spec)]
  const all = ['key', ...values].join(', ')
  const table = (name: string, select: string) => ({ name, sql: d.createTable(name, select) })
  const oneOf = (table: string) => `EXISTS (SELECT 1 FROM ${table} AS more WHERE more.key = one.key)`
  const several = `(SELECT key FROM ${different} GROUP BY key HAVING count(*) > 1)`
  return [
    ...settleStatements(d, spec),
    table(repeated, `SELECT key, count(*) AS records FROM ${records} GROUP BY key HAVING count(*) > 1`),
    table(
      different,
      `SELECT max(landing) AS landing, ${all} FROM ${records} AS one WHERE ${oneOf(repeated)} GROUP BY ${all}`,
    ),
    table(
      merged,
      `SELECT ${all} FROM ${different} AS one WHERE NOT ${oneOf(several)}
      UNION ALL ${bestOf(d, `SELECT * FROM ${different} AS one WHERE ${oneOf(several)}`, values)}`,
    ),
    ...rowStatements(
      d,
      spec,
      before,
      `SELECT ${all} FROM ${records} AS one WHERE NOT ${oneOf(repeated)}
        UNION ALL SELECT ${all} FROM ${merged}`,
    ),
  ]
}

/** These rows, without those that another source has. */
function rowStatements(
  d: Dialect,
  spec: SourceSpec,
  before: readonly SourceSpec[],
  select: string,
): Statement[] {
  const view = (name: string, sql: string) => ({ name, sql: d.createView(name, sql) })
  if (before.length === 0) return [view(rowsOf(spec), select)]
  const all = `${spec.id}_all_rows`
  const rows = (each: SourceSpec) => (each === spec ? all : rowsOf(each))
  const told = `EXISTS (SELECT 1 FROM ${twiceOf(spec)} AS twice WHERE twice.key = one.key)`
  return [
    view(all, select),
    { name: twiceOf(spec), sql: d.createTable(twiceOf(spec), toldTwice(spec, before, rows)) },
    view(rowsOf(spec), `SELECT * FROM ${all} AS one WHERE NOT ${told}`),
  ]
}

/** One row for each key of these records, as a query. */
function bestOf(d: Dialect, records: string, values: readonly string[]): string {
  const known = values.map((name) => `CASE WHEN ${name} IS NULL THEN 0 ELSE 1 END`).join(' + ')
  // Of records that say as much, the order of their values decides: any order, but always the same.
  const tie = values.map((name) => `${name} NULLS LAST`).join(', ')
  return `SELECT key, ${values.map((name) => `${d.firstKnown(name, 'place')} AS ${name}`).join(', ')}
    FROM (
      SELECT *, row_number() OVER (PARTITION BY key ORDER BY landing DESC, ${known} DESC, ${tie}) AS place
      FROM (${records}) AS one
    ) AS ranked
    GROUP BY key`
}
