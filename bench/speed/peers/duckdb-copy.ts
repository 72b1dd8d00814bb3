/** `node duckdb-copy.ts FROM OUT`: each CSV file as Parquet, nothing else. */
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { argv } from 'node:process'
import { DuckDBInstance } from '@duckdb/node-api'

const [from = '', out = ''] = argv.slice(2)
await mkdir(out, { recursive: true })
const instance = await DuckDBInstance.create(':memory:')
const connection = await instance.connect()
for (const name of (await readdir(from)).filter((file) => file.endsWith('.csv')))
  await connection.run(
    `COPY (SELECT * FROM read_csv($1, header = true, all_varchar = true)) TO $2 (FORMAT parquet, COMPRESSION zstd)`,
    [join(from, name), join(out, `${name}.parquet`)],
  )
connection.closeSync()
instance.closeSync()
