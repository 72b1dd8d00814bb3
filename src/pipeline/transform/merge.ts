import type { SourceSpec } from '../sources/index.ts'
import type { Dialect } from './dialect.ts'
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
 * most; what it leaves unknown comes from the others. Most keys have one record, which is not copied.
 */
export function mergeStatements(d: Dialect, spec: SourceSpec): Statement[] {
  const records = settledOf(spec)
  const repeated = repeatedOf(spec)
  const merged = `${spec.id}_merged`
  const values = ['film_ref', ...settledColumns(spec)]
  const known = values.map((name) => `CASE WHEN ${name} IS NULL THEN 0 ELSE 1 END`).join(' + ')
  // Of records that say as much, the order of their values decides: any order, but always the same.
  const tie = values.map((name) => `${name} NULLS LAST`).join(', ')
  const statements: [string, string][] = [
    [
      repeated,
      d.createTable(
        repeated,
        `SELECT key, count(*) AS records FROM ${records} GROUP BY key HAVING count(*) > 1`,
      ),
    ],
    [
      merged,
      d.createTable(
        merged,
        `SELECT key, ${values.map((name) => `${d.firstKnown(name, 'place')} AS ${name}`).join(', ')}
        FROM (
          SELECT *, row_number() OVER (PARTITION BY key ORDER BY landing DESC, ${known} DESC, ${tie}) AS place
          FROM ${records} AS one WHERE EXISTS (SELECT 1 FROM ${repeated} AS more WHERE more.key = one.key)
        ) AS ranked
        GROUP BY key`,
      ),
    ],
    [
      rowsOf(spec),
      d.createView(
        rowsOf(spec),
        `SELECT key, ${values.join(', ')} FROM ${records} AS one
        WHERE NOT EXISTS (SELECT 1 FROM ${repeated} AS more WHERE more.key = one.key)
        UNION ALL SELECT key, ${values.join(', ')} FROM ${merged}`,
      ),
    ],
  ]
  return [...settleStatements(d, spec), ...statements.map(([name, sql]) => ({ name, sql }))]
}
