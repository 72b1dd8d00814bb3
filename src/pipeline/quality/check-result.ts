import type { Check } from '../api.ts'
import type { Duck, QueryOptions } from '../duck/index.ts'
import type { LakeLayout } from '../lake/layout.ts'
import type { Manifest } from '../lake/manifest.ts'
import { TABLE_NAMES, type TableName } from '../lake/schema.ts'
import { comparedChecks } from './compared.ts'
import { countNulls, type Nulls } from './nulls.ts'
import { withTables } from './result-tables.ts'
import { QUERY_RULES, ROW_RULES, type RowRule } from './rules.ts'
import { countChecks, shareChecks } from './sums.ts'

export interface Checked {
  /** Of all rules, also those that hold. */
  checks: Check[]
  nulls: Nulls
}

/** Checks the finished tables of a run, as they lie on the disk, also against the run published `before`. */
export async function checkResult(
  layout: LakeLayout,
  manifest: Manifest,
  before: Manifest | null,
  signal: AbortSignal,
): Promise<Checked> {
  return withTables(layout, manifest, (duck) => checkTables(duck, manifest, before, { signal }))
}

/** The same of tables that are open already. */
export async function checkTables(
  duck: Duck,
  manifest: Manifest,
  before: Manifest | null,
  options: QueryOptions,
): Promise<Checked> {
  const nulls = await countNulls(duck, options)
  const rows = Object.fromEntries(await rowCounts(duck, options)) as Record<TableName, number>
  const checks = [
    ...countChecks(manifest, rows),
    ...(await rowChecks(duck, options)),
    ...(await queryChecks(duck, options)),
    ...shareChecks(manifest, nulls),
    ...comparedChecks(manifest, nulls, before),
  ]
  return { checks, nulls }
}

async function rowCounts(duck: Duck, options: QueryOptions): Promise<[TableName, number][]> {
  return Promise.all(
    TABLE_NAMES.map(async (table): Promise<[TableName, number]> => {
      const [row] = await duck.query<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`, [], options)
      return [table, row?.rows ?? 0]
    }),
  )
}

async function rowChecks(duck: Duck, options: QueryOptions): Promise<Check[]> {
  const checks: Check[] = []
  for (const table of TABLE_NAMES) {
    const rules = ROW_RULES.filter((rule) => rule.table === table)
    const counts = rules.map((rule, index) => `count(*) FILTER (WHERE ${rule.broken}) AS c${index}`)
    const [row] = await duck.query<Record<string, number>>(
      `SELECT ${counts.join(', ')} FROM ${table}`,
      [],
      options,
    )
    checks.push(...rules.map((rule, index) => judged(rule, row?.[`c${index}`] ?? 0)))
  }
  return checks
}

async function queryChecks(duck: Duck, options: QueryOptions): Promise<Check[]> {
  const checks: Check[] = []
  for (const rule of QUERY_RULES) {
    const [row] = await duck.query<{ n: number }>(`SELECT (${rule.query}) AS n`, [], options)
    checks.push(judged(rule, row?.n ?? 0))
  }
  return checks
}

function judged({ code, level, table, column, what }: Omit<RowRule, 'broken'>, value: number): Check {
  const rows = `${value === 0 ? 'No' : value} ${table === 'rejects' ? 'rejects' : table}`
  return { code, level: value === 0 ? 'ok' : level, table, column, value, message: `${rows} ${what}.` }
}
