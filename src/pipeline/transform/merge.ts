import type { Dialect } from './dialect.ts'
import type { StandardTable } from './standard.ts'

/** How many more records there were of a key, and where: the rows of `merged`. */
export interface Statement {
  /** What it makes, for progress and messages. */
  name: string
  sql: string
}

/**
 * One record for each key of a source: the one of the latest landing, of those the one that says most; what
 * it leaves unknown comes from the others. What is merged is noted in `merged`.
 */
export function mergeStatements(d: Dialect, spec: StandardTable): Statement[] {
  const { table, key } = spec
  const keys = key.join(', ')
  const values = Object.keys(spec.columns(d)).filter((name) => !key.includes(name))
  const known = values.map((name) => `CASE WHEN ${name} IS NULL THEN 0 ELSE 1 END`).join(' + ')
  // Of records that say as much, the order of their values decides: any order, but always the same.
  const tie = values.map((name) => `${name} NULLS LAST`).join(', ')
  const repeated = `${table}_repeated`
  const same = key.map((name) => `one.${name} = more.${name}`).join(' AND ')
  return [
    {
      name: repeated,
      sql: `CREATE TABLE ${repeated} AS SELECT ${keys}, count(*) AS records FROM ${table}_records
        GROUP BY ${keys} HAVING count(*) > 1`,
    },
    {
      name: table,
      sql: `CREATE TABLE ${table} AS
        SELECT ${keys}, ${values.join(', ')} FROM ${table}_records AS one
        WHERE NOT EXISTS (SELECT 1 FROM ${repeated} AS more WHERE ${same})
        UNION ALL
        SELECT ${keys}, ${values.map((name) => `${d.firstKnown(name, 'place')} AS ${name}`).join(', ')}
        FROM (
          SELECT *, row_number() OVER (
            PARTITION BY ${keys} ORDER BY landing DESC, ${known} DESC, ${tie}
          ) AS place
          FROM ${table}_records AS one WHERE EXISTS (SELECT 1 FROM ${repeated} AS more WHERE ${same})
        ) AS ranked
        GROUP BY ${keys}`,
    },
    {
      name: 'merged',
      sql: `INSERT INTO merged SELECT ${d.literal(spec.source)}, ${keys}, records - 1 FROM ${repeated}`,
    },
  ]
}
