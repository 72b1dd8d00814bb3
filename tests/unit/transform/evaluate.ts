import { afterAll, beforeAll } from 'vitest'
import { type Duck, openDuck } from '../../../src/pipeline/duck/index.ts'
import { type Dialect, duckdbDialect } from '../../../src/pipeline/transform/index.ts'

/** A rule over an SQL expression. */
export type Rule = (d: Dialect, value: string) => string

let duck: Duck
beforeAll(async () => {
  duck = await openDuck({ threads: 1 })
})
afterAll(() => duck.close())

/** What rules make of a value, one after the other, in DuckDB itself. */
export async function evaluate(rules: Rule | readonly Rule[], value: string | null): Promise<unknown> {
  const d = duckdbDialect()
  const layers = [rules].flat() as Rule[]
  const select = layers.reduce(
    (from, rule) => `SELECT ${rule(d, 'value')} AS value FROM (${from}) AS layer`,
    'SELECT $1::VARCHAR AS value',
  )
  const [row] = await duck.query<{ value: unknown }>(select, [value])
  return row?.value
}
