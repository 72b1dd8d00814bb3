import type { Duck } from '../duck/index.ts'
import { CineError } from '../errors.ts'

/** Functions of DuckDB that do more than read, or that run a text as SQL. */
const REFUSED = new Set([
  'arrow_scan',
  'arrow_scan_dumb',
  'checkpoint',
  'disable_logging',
  'disable_peg_parser',
  'disable_profiling',
  'enable_logging',
  'enable_peg_parser',
  'enable_profiling',
  'force_checkpoint',
  'json_execute_serialized_sql',
  'query',
  'sleep_ms',
  'truncate_duckdb_logs',
  'write_log',
])

interface Parsed {
  error: boolean
  error_type?: string
  error_message?: string
  statements?: unknown[]
}

/** Lets pass one SELECT that only reads, by what DuckDB's own parser makes of it. */
export async function checkSelect(duck: Duck, sql: string, signal?: AbortSignal): Promise<void> {
  // Here it would be read to its end, and up to there when it is run.
  if (sql.includes('\0')) throw failed('Parser Error: the query holds a NUL character')
  const [row] = await duck.query<{ tree: string }>(
    'SELECT json_serialize_sql($1::VARCHAR, skip_null := true, skip_default := true) AS tree',
    [sql],
    { signal },
  )
  const tree = row?.tree ?? ''
  const parsed = JSON.parse(withoutInfinities(tree)) as Parsed
  if (parsed.error && parsed.error_type === 'parser') throw failed(`Parser Error: ${parsed.error_message}`)
  if (parsed.error || parsed.statements?.length !== 1)
    throw notAllowed('it must be one SELECT statement', { reason: 'not_one_select' })
  // Constants are quoted in the tree, and cannot look like this.
  for (const [, name = ''] of tree.matchAll(/"function_name":"((?:[^"\\]|\\.)*)"/g))
    if (REFUSED.has(name.toLowerCase()))
      throw notAllowed(`the function ${name} does more than read`, { reason: 'function', name })
}

/** DuckDB writes what no JSON can hold as bare words. Inside texts they stay. */
function withoutInfinities(json: string): string {
  return json.replace(/("(?:[^"\\]|\\.)*")|-?\b(?:Infinity|NaN)\b/g, (_, text?: string) => text ?? 'null')
}

/** What DuckDB says of a query, in its own sentence. */
export function sqlError(error: unknown): unknown {
  if (error instanceof CineError && error.code === 'OUT_OF_MEMORY')
    return new CineError(error.code, 'The query needs more memory than it may use.', {
      hint: 'Ask for fewer rows or columns, or for sums instead of rows.',
      details: { reason: 'query' },
      cause: error,
    })
  if (error instanceof CineError || !(error instanceof Error)) return error
  const [sentence = ''] = error.message.split('\n')
  const refused =
    sentence.match(/^Permission Error: (.*)$/)?.[1] ??
    // A path is looked up as a table when it may not be opened as a file.
    sentence.match(/^Catalog Error: (Table with name \S*[/\\.]\S* does not exist)/)?.[1]
  return refused === undefined ? failed(sentence, error) : notAllowed(refused, { reason: 'elsewhere' }, error)
}

const TABLES = 'The tables are films, reviews, people, rejects and ingestions'

/** `details.reason` says why in a word, for who tells it in another language. */
function notAllowed(why: string, details: Record<string, string>, cause?: Error): CineError {
  return new CineError('SQL_NOT_ALLOWED', `The query was refused: ${why}.`, {
    hint: `Write one SELECT. ${TABLES}; no other file can be opened.`,
    details,
    cause,
  })
}

/** `details.duckdb` is all of what it said: where in the query, and what it may have meant. */
function failed(sentence: string, cause?: Error): CineError {
  return new CineError('SQL_ERROR', sentence, {
    hint: `Correct the query. ${TABLES}; DESCRIBE films lists the columns of one.`,
    details: cause ? { duckdb: cause.message } : {},
    cause,
  })
}
