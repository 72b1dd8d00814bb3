import { type Duck, filePath, type QueryOptions } from '../../duck/index.ts'
import { CineError, toCineError } from '../../errors.ts'
import { fieldIndexes, type SourceSpec } from '../../sources/index.ts'
import { type Dialect, rawColumns, recordsOf, typedSelect } from '../../transform/index.ts'
import type { Input } from './inputs.ts'

/** The longest record that the scanner lets through, and buffers of two of them: DuckDB would take sixteen. */
const RECORD_SIZE = 'max_line_size = 16777300, buffer_size = 33554600'

/**
 * Adds a file's records, typed, to those of its source, or writes them to a file of their own (records.ts).
 * `landing` counts the files in the order they landed. The text of the file is never kept: what is typed on the way need not be read again.
 * Throws `BALANCE_BROKEN` when DuckDB reads other records than the scanner counted.
 */
export async function loadInput(
  duck: Duck,
  d: Dialect,
  input: Input,
  spec: SourceSpec,
  landing: number,
  into: string | null,
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
      quote = '"', escape = '"', strict_mode = true, compression = 'none', hive_partitioning = false,
      ${RECORD_SIZE})
    ${limited ? 'LIMIT $4' : ''}`
  const typed = typedSelect(d, spec, `(${file}) AS file`)
  const params = [landing, filePath(path), delimiter, ...(limited ? [good] : [])]
  try {
    if (into === null) await duck.run(`INSERT INTO ${recordsOf(spec)} ${typed}`, params, options)
    else await duck.run(copyTo(typed, params.length), [...params, into], options)
  } catch (cause) {
    // A full disk, a cancelled run: no fault of the file.
    if (toCineError(cause).code !== 'INTERNAL') throw cause
    throw broken(
      `DuckDB cannot read a record of ${landed.lake_path} that the scanner found good.`,
      landed.lake_path,
      cause,
    )
  }
  const [counted] =
    into === null
      ? await duck.query<Counted>(`SELECT count(*) AS rows FROM ${recordsOf(spec)} WHERE landing = $1`, [
          landing,
        ])
      : await duck.query<Counted>(
          'SELECT count(*) AS rows FROM read_parquet($1, hive_partitioning = false)',
          [filePath(into)],
        )
  if (counted?.rows !== good)
    throw broken(
      `DuckDB read ${counted?.rows} records of ${landed.lake_path}, not ${good}.`,
      landed.lake_path,
    )
}

interface Counted {
  rows: number
}

const copyTo = (select: string, params: number) =>
  `COPY (${select}) TO $${params + 1} (FORMAT parquet, COMPRESSION snappy)`

export function broken(message: string, path: string | null, cause?: unknown): CineError {
  return new CineError('BALANCE_BROKEN', message, {
    hint: 'Nothing was published. This is a defect: please report it with the folder runs/ of the lake.',
    details: path === null ? {} : { path },
    cause,
  })
}
