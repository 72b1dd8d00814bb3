import { type Duck, filePath, type QueryOptions } from '../../duck/index.ts'
import { CineError } from '../../errors.ts'
import { fieldIndexes, type SourceSpec } from '../../sources/index.ts'
import { type Dialect, rawColumns, rawTable, recordsOf, typedSelect } from '../../transform/index.ts'
import type { Input } from './inputs.ts'

/** Makes the table of typed records of each source, empty. */
export async function createRecords(duck: Duck, d: Dialect, specs: readonly SourceSpec[]): Promise<void> {
  for (const spec of specs) {
    const columns = rawColumns(spec).map(({ column }) => `${column} VARCHAR`)
    await duck.run(`CREATE TABLE ${rawTable(spec.id)} (${['landing INTEGER', ...columns].join(', ')})`)
    await duck.run(d.createTable(recordsOf(spec), typedSelect(d, spec)))
    await duck.run(`DROP TABLE ${rawTable(spec.id)}`)
  }
}

/**
 * Adds a file's records, typed, to those of its source. `landing` counts the files in the order they landed.
 * The text of the file is never kept: what is typed on the way need not be read again.
 * Throws `BALANCE_BROKEN` when DuckDB reads other records than the scanner counted.
 */
export async function loadInput(
  duck: Duck,
  d: Dialect,
  input: Input,
  spec: SourceSpec,
  landing: number,
  options: QueryOptions,
): Promise<void> {
  const { landed, path, delimiter, good } = input
  const indexes = fieldIndexes(spec, landed.columns)
  const fields = rawColumns(spec).map(({ column, field }) => {
    const index = indexes[field.name]
    return `${index == null ? 'CAST(NULL AS VARCHAR)' : `c${index}`} AS ${column}`
  })
  const columns = landed.columns.map((_, index) => `c${index}: 'VARCHAR'`)
  // A limit makes DuckDB read with one thread: only where not the whole file is wanted.
  const limited = good < landed.rows - landed.rejected
  const file = `SELECT ${['$1::INTEGER AS landing', ...fields].join(', ')}
    FROM read_csv($2, auto_detect = false, header = true, columns = {${columns.join(', ')}}, delim = $3,
      quote = '"', escape = '"', strict_mode = true, compression = 'none', max_line_size = 16777300)
    ${limited ? 'LIMIT $4' : ''}`
  try {
    await duck.run(
      `INSERT INTO ${recordsOf(spec)} ${typedSelect(d, spec, `(${file}) AS file`)}`,
      [landing, filePath(path), delimiter, ...(limited ? [good] : [])],
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
    `SELECT count(*) AS rows FROM ${recordsOf(spec)} WHERE landing = $1`,
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
