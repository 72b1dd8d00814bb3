/**
 * Loaded before the command (`node --import`): once DuckDB has written its first table, nobody may write into the folder
 * `CINE_TEST_FOLDER` any more, as when somebody changes the rights of a lake during a run.
 */
import { chmodSync } from 'node:fs'
import { DuckDBConnection } from '@duckdb/node-api'

const folder = process.env.CINE_TEST_FOLDER
const ownRun = DuckDBConnection.prototype.run
DuckDBConnection.prototype.run = async function run(sql, ...rest) {
  const result = await ownRun.call(this, sql, ...rest)
  if (folder && /^COPY/.test(sql)) chmodSync(folder, 0o555)
  return result
}
