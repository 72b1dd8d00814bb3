import type { Completeness } from '../api.ts'
import type { Manifest } from '../lake/manifest.ts'
import { TABLE_NAMES } from '../lake/schema.ts'

/** How full every column is, and how full it was in the run before. */
export function completenessOf(
  manifest: Manifest,
  nulls: Readonly<Record<string, Readonly<Record<string, number>>>>,
  before: Manifest | null,
): Completeness[] {
  return TABLE_NAMES.map((table): Completeness => {
    const { rows } = manifest.tables[table]
    const then = before?.tables[table]
    const columns = Object.entries(nulls[table] ?? {}).map(([column, lacking]) => ({
      column,
      nulls: lacking,
      share: share(lacking, rows),
      previous_share: share(then?.nulls?.[column], then?.rows ?? 0),
    }))
    return { table, rows, columns }
  })
}

function share(nulls: number | undefined, rows: number): number | null {
  return nulls === undefined || rows === 0 ? null : nulls / rows
}
