/** Queries of the SQL page and of `cine sql`. */
import { z } from 'zod'
import { entry } from './entry.ts'
import { MAX_ROWS } from './filters.ts'

/** What a query may read: the published tables merged with contributions, and the history of ingestions. */
export interface SqlSchema {
  tables: { name: string; rows: number | null; columns: { name: string; type: string }[] }[]
}

export interface SqlResult {
  columns: { name: string; type: string }[]
  rows: Record<string, unknown>[]
  /** True when the query had more rows than the limit. */
  truncated: boolean
}

export const sqlApi = {
  'sql.schema': entry<SqlSchema>()(z.strictObject({})),
  'sql.query': entry<SqlResult>()(
    z.strictObject({
      sql: z.string().min(1).max(1_000_000),
      limit: z.int().min(1).max(MAX_ROWS).default(1000),
    }),
  ),
} as const
