import type { SqlSchema } from '../api.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { readCurrent } from '../lake/manifest.ts'
import { CURATED, TABLE_NAMES } from '../lake/schema.ts'
import { HISTORY } from './sql-query.ts'

/** The tables of `sqlQuery` with their columns; the published ones are left out while nothing is published. */
export async function sqlSchema(layout: LakeLayout): Promise<SqlSchema> {
  const manifest = await readCurrent(layout)
  const published = (manifest ? TABLE_NAMES : []).map((name) => ({
    name,
    rows: manifest?.tables[name].rows ?? null,
    columns: [
      ...CURATED[name].map(({ name: column, type }) => ({ name: column, type: String(type) })),
      // What `mergedFilms` adds.
      ...(name === 'films' ? [{ name: 'contributed', type: 'VARCHAR[]' }] : []),
    ],
  }))
  const history = Object.entries(HISTORY).map(([name, type]) => ({ name, type: String(type) }))
  return { tables: [...published, { name: 'ingestions', rows: null, columns: history }] }
}
