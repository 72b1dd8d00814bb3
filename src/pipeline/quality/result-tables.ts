import { type Duck, fileList, openDuck } from '../duck/index.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { type Manifest, tableFiles } from '../lake/manifest.ts'
import { filesOf, readTable } from '../lake/read-table.ts'
import { TABLE_NAMES } from '../lake/schema.ts'
import { duckLimits } from '../settings/index.ts'

/** Of what this machine can still give, what looking at a result may take. */
const MEMORY_SHARE = 0.4

/** Lends the tables of a run as the views `films`, `reviews`, `people` and `rejects`. */
export async function withTables<T>(
  layout: LakeLayout,
  manifest: Manifest,
  use: (duck: Duck) => Promise<T>,
): Promise<T> {
  const duck = await openDuck({
    ...(await duckLimits(MEMORY_SHARE)),
    prepare: async (run) => {
      for (const table of TABLE_NAMES)
        await run(`SET VARIABLE ${filesOf(table)} = $1`, [fileList(tableFiles(layout, manifest, table))])
    },
  })
  try {
    for (const table of TABLE_NAMES) await duck.run(`CREATE VIEW ${table} AS ${await readTable(duck, table)}`)
    return await use(duck)
  } finally {
    duck.close()
  }
}
