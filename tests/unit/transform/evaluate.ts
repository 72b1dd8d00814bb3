import { afterAll, beforeAll } from 'vitest'
import { type Duck, openDuck } from '../../../src/pipeline/duck/index.ts'
import { type Dialect, duckdbDialect } from '../../../src/pipeline/transform/index.ts'

let duck: Duck
beforeAll(async () => {
  duck = await openDuck({ threads: 1 })
})
afterAll(() => duck.close())

/** What a rule makes of a value, in DuckDB itself. */
export async function evaluate(
  rule: (d: Dialect, value: string) => string,
  value: string | null,
): Promise<unknown> {
  const [row] = await duck.query<{ result: unknown }>(
    `SELECT ${rule(duckdbDialect(), 'value')} AS result FROM (SELECT $1::VARCHAR AS value)`,
    [value],
  )
  return row?.result
}
