import { type Duck, filePath, type QueryOptions } from '../../duck/index.ts'
import { CineError } from '../../errors.ts'
import { fieldIndexes, SOURCES, type SourceSpec } from '../../sources/index.ts'
import { rawTable } from '../../transform/index.ts'
import type { Input } from './inputs.ts'

/** Makes the raw table of every source, empty: a source that has not landed has no records. */
export async function createRawTables(duck: Duck): Promise<void> {
  for (const spec of SOURCES) {
    const fields = spec.fields.map((field) => `${field.name} VARCHAR`)
    await duck.run(`CREATE TABLE ${rawTable(spec.id)} (landing INTEGER, ${fields.join(', ')})`)
  }
}

/**
 * Adds a file's records to the raw table of its source. `landing` counts the files in the order they landed.
 * Throws `BALANCE_BROKEN` when DuckDB reads other records than the scanner counted.
 */
export async function loadInput(
  duck: Duck,
  input: Input,
  spec: SourceSpec,
  landing: number,
  options: QueryOptions,
): Promise<void> {
  const { landed, path, delimiter, good } = input
  const table = rawTable(spec.id)
  const indexes = fieldIndexes(spec, landed.columns)
  const fields = spec.fields.map((field) => {
    const index = indexes[field.name]
    return index == null ? 'NULL' : `c${index}`
  })
  const columns = landed.columns.map((_, index) => `c${index}: 'VARCHAR'`)
  try {
    await duck.run(
      `INSERT INTO ${table} SELECT $1::INTEGER, ${fields.join(', ')}
       FROM read_csv($2, auto_detect = false, header = true, columns = {${columns.join(', ')}}, delim = $3,
         quote = '"', escape = '"', strict_mode = true, compression = 'none', max_line_size = 16777300)
       LIMIT $4`,
      [landing, filePath(path), delimiter, good],
      options,
    )
  } catch (cause) {
    if (cause instanceof CineError) throw cause
    throw broken(
      `DuckDB cannot read a record of ${landed.lake_path} that the scanner found good.`,
      landed.lake_path,
      cause,
    )
  }
  const [counted] = await duck.query<{ rows: number }>(
    `SELECT count(*) AS rows FROM ${table} WHERE landing = $1`,
    [landing],
  )
  if (counted?.rows !== good)
    throw broken(
      `DuckDB read ${counted?.rows} records of ${landed.lake_path}, not ${good}.`,
      landed.lake_path,
    )
}

export function broken(message: string, path: string | null, cause?: unknown): CineError {
  return new CineError('BALANCE_BROKEN', message, {
    hint: 'Nothing was published. This is a defect: please report it with the folder runs/ of the lake.',
    details: path === null ? {} : { path },
    cause,
  })
}
