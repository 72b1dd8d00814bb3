import { type Duck, fileList, openDuck } from '../duck/index.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { type Manifest, tableFiles } from '../lake/manifest.ts'
import { TABLE_NAMES, type TableName } from '../lake/schema.ts'

/** Of what this machine can still give, what looking at a result may take. */
const MEMORY_SHARE = 0.4

/** Lends the tables of a run as the views `films`, `reviews`, `people` and `rejects`. */
export async function withTables<T>(
  layout: LakeLayout,
  manifest: Manifest,
  use: (duck: Duck) => Promise<T>,
): Promise<T> {
  const duck = await openDuck({
    memoryLimitBytes: process.availableMemory() * MEMORY_SHARE,
    prepare: async (run) => {
      for (const table of TABLE_NAMES)
        await run(`SET VARIABLE ${filesOf(table)} = $1`, [fileList(tableFiles(layout, manifest, table))])
    },
  })
  try {
    for (const table of TABLE_NAMES)
      await duck.run(
        `CREATE VIEW ${table} AS SELECT * FROM read_parquet(getvariable('${filesOf(table)}'),
          hive_partitioning = false)`,
      )
    return await use(duck)
  } finally {
    duck.close()
  }
}

export const filesOf = (table: TableName) => `${table}_files`
