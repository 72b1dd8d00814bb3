/**
 * The transform room: the rules, once, as SQL for any engine with a `Dialect`. Other rooms import only this
 * file. The statements read one raw table a source (`rawTable`) and make `films`, `people` and `reviews`,
 * with the columns of `lake/schema.ts` in any order, and `merged`.
 */
import { createHash } from 'node:crypto'
import type { Dialect } from './dialect.ts'
import { matchStatements } from './match.ts'
import { mergeStatements, type Statement } from './merge.ts'
import { STANDARD } from './sources/index.ts'
import { rawTable, standardSelect } from './standard.ts'
import { tableStatements } from './tables.ts'

export type { Dialect } from './dialect.ts'
export { duckdbDialect } from './duckdb.ts'
export type { Statement } from './merge.ts'
export { bare, fold, NOT_OF_A_WORD } from './rules/fold.ts'
export { reviewScore } from './rules/review-score.ts'
export { token } from './rules/text.ts'
export { rawTable } from './standard.ts'

/** Notes what was merged: the source, the key merged into, and how many records more than one it had. */
const MERGED_TABLE = 'CREATE TABLE merged (source VARCHAR, merged_into VARCHAR, records BIGINT)'

/** The transform in its order. */
export function transformStatements(d: Dialect): Statement[] {
  const sources = STANDARD.flatMap((spec) => [
    {
      name: `${spec.table}_records`,
      sql: `CREATE TABLE ${spec.table}_records AS ${standardSelect(d, spec)}`,
    },
    { name: rawTable(spec.source), sql: `DROP TABLE ${rawTable(spec.source)}` },
    ...mergeStatements(d, spec),
    { name: `${spec.table}_records`, sql: `DROP TABLE ${spec.table}_records` },
  ])
  return [{ name: 'merged', sql: MERGED_TABLE }, ...sources, ...matchStatements(d), ...tableStatements(d)]
}

/** Changes with any rule, so that a run tells whether it would give something new. */
export function rulesVersion(d: Dialect): string {
  const statements = transformStatements(d).map((statement) => statement.sql)
  return createHash('sha256').update(statements.join('\n')).digest('hex').slice(0, 16)
}

/** For each source, how many rows of the result are its own: one for each key. */
export const ROWS_OUT: Readonly<Record<string, string>> = Object.fromEntries(
  STANDARD.map((spec) => [spec.source, `SELECT count(*) AS rows FROM ${spec.table}`]),
)
