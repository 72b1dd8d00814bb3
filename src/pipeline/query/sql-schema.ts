import type { SqlSchema } from '../api.ts'
import { filePath, openDuck } from '../duck/index.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { readCurrent } from '../lake/manifest.ts'
import { CURATED, TABLE_NAMES } from '../lake/schema.ts'
import { allowedFiles, HISTORY } from './sql-query.ts'

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
  return {
    tables: [...published, { name: 'ingestions', rows: await countHistory(layout), columns: history }],
  }
}

/** Zero when nothing was ever landed; null when the history cannot be read, which a query on it tells. */
async function countHistory(layout: LakeLayout): Promise<number | null> {
  const { ingestions } = await allowedFiles(layout)
  if (!ingestions) return 0
  const [path] = ingestions
  if (path === undefined) return null
  const duck = await openDuck({ threads: 1 })
  try {
    const [row] = await duck.query<{ n: number }>(
      'SELECT count(*) AS n FROM read_parquet($1, hive_partitioning = false)',
      [filePath(path)],
    )
    return row?.n ?? null
  } catch {
    return null
  } finally {
    duck.close()
  }
}
