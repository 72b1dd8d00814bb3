import type { SourceSpec } from '../sources/index.ts'
import type { Dialect } from './dialect.ts'
import type { Statement } from './merge.ts'
import { wholeDollars } from './rules/money.ts'
import { mixedMoney, typedColumns } from './typed.ts'

/** The typed records of a source, one a record: what the engine fills from its files (`typedSelect`). */
export const recordsOf = (spec: SourceSpec): string => `${spec.id}_records`

/** The same once every unit is told. */
export const settledOf = (spec: SourceSpec): string =>
  mixedMoney(spec).length > 0 ? `${spec.id}_settled` : recordsOf(spec)

/** The columns of the settled records, after `landing`, `key` and `film_ref`. */
export function settledColumns(spec: SourceSpec): string[] {
  const names = typedColumns(spec).map(({ name }) => name)
  return [...names.filter((name) => !/_(?:amount|form)$/.test(name)), ...mixedMoney(spec)]
}

/**
 * Some columns mix full dollars with amounts in millions: `652000000` and `1,131.6`. Where the large amounts of a
 * column have no decimals, a small one that does is in millions; where they do too (`415000000.0`), it is not.
 */
export function settleStatements(d: Dialect, spec: SourceSpec): Statement[] {
  const mixed = mixedMoney(spec)
  if (mixed.length === 0) return []
  const units = `${spec.id}_units`
  const count = (column: string, form: string) =>
    `coalesce(sum(CASE WHEN ${column}_form = '${form}' THEN 1 ELSE 0 END), 0)`
  const millions = mixed.map(
    (column) =>
      `${count(column, 'full')} > 0 AND ${count(column, 'full')} >= 10 * ${count(column, 'full_point')}
        AND 10 * ${count(column, 'small_point')} <= ${count(column, 'full')} AS ${column}_in_millions`,
  )
  const settled = mixed.map((column) => {
    const small = `${column}_form = 'small_point' AND ${column}_in_millions`
    return `${wholeDollars(d, `CASE WHEN ${small} THEN ${column}_amount * 1e6 ELSE ${column}_amount END`)} AS ${column}`
  })
  const kept = settledColumns(spec).filter((name) => !mixed.includes(name))
  const select = ['landing', 'key', 'film_ref', ...kept, ...settled].join(', ')
  return [
    { name: units, sql: d.createTable(units, `SELECT ${millions.join(', ')} FROM ${recordsOf(spec)}`) },
    {
      name: settledOf(spec),
      sql: d.createView(settledOf(spec), `SELECT ${select} FROM ${recordsOf(spec)} CROSS JOIN ${units}`),
    },
  ]
}
