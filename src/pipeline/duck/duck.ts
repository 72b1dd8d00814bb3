import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBResultReader,
  type DuckDBType,
} from '@duckdb/node-api'
import { throwIfCancelled } from '../errors.ts'
import { fromDuck } from './errors.ts'
import { type DuckValue, parameterTypes, toJson } from './values.ts'

export interface DuckOptions {
  /** What DuckDB may hold in memory; beyond, it spills to `tempDirectory`, else fails. */
  memoryLimitBytes?: number
  threads?: number
  tempDirectory?: string
  /** Further settings of DuckDB, by name. */
  settings?: Record<string, string>
  /** Prepares each new connection of the pool, such as its variables. */
  prepare?: (run: (sql: string, params?: DuckValue[]) => Promise<void>) => Promise<void>
}

export interface QueryOptions {
  signal?: AbortSignal | undefined
  /** Share done of the statement, 0–1, a few times a second; never called for statements that DuckDB
   * cannot tell the progress of. */
  onProgress?: (share: number) => void
}

/** An in-memory DuckDB with a pool of connections: statements may run side by side. */
export interface Duck {
  /** All rows as plain JSON objects. Throws `CANCELLED`, `OUT_OF_MEMORY`, or what DuckDB said. */
  query<Row = Record<string, unknown>>(
    sql: string,
    params?: DuckValue[],
    options?: QueryOptions,
  ): Promise<Row[]>
  /** Column names and types, and at least `count` rows when there are that many. */
  read(sql: string, count: number, options?: QueryOptions): Promise<ReadRows>
  run(sql: string, params?: DuckValue[], options?: QueryOptions): Promise<void>
  /** Hands over the rows a few at a time as they come, each as its values in the order of the columns. */
  stream<T>(
    sql: string,
    params: DuckValue[],
    use: (rows: AsyncIterable<unknown[][]>) => Promise<T>,
    options?: QueryOptions,
  ): Promise<T>
  /** Adds rows to a table one by one; they are there once it is closed. */
  appender(table: string): Promise<{ row(values: readonly (string | number | null)[]): void; close(): void }>
  close(): void
}

export interface ReadRows {
  columns: { name: string; type: string }[]
  rows: Record<string, unknown>[]
}

const PROGRESS_INTERVAL_MS = 150
/** DuckDB keeps no count of its progress unless it thinks that it shows a bar. */
const SHOW_PROGRESS = 'SET enable_progress_bar = true; SET enable_progress_bar_print = false'

export async function openDuck(options: DuckOptions = {}): Promise<Duck> {
  const instance = await DuckDBInstance.create(':memory:', settings(options))
  const idle: DuckDBConnection[] = []
  let closed = false

  const connect = async () => {
    const connection = await instance.connect()
    await options.prepare?.(
      async (sql, params = []) => void (await connection.run(sql, params, typesOf(params))),
    )
    return connection
  }

  const use = async <T>(
    { signal, onProgress }: QueryOptions,
    work: (connection: DuckDBConnection) => Promise<T>,
  ): Promise<T> => {
    throwIfCancelled(signal)
    const connection = idle.pop() ?? (await connect())
    const interrupt = () => connection.interrupt()
    signal?.addEventListener('abort', interrupt, { once: true })
    const timer = onProgress && setInterval(() => tell(connection, onProgress), PROGRESS_INTERVAL_MS)
    try {
      // Aborted while the connection was being made: nothing would interrupt the statement any more.
      throwIfCancelled(signal)
      if (onProgress) await connection.run(SHOW_PROGRESS)
      return await work(connection)
    } catch (error) {
      throw fromDuck(error, signal)
    } finally {
      clearInterval(timer)
      signal?.removeEventListener('abort', interrupt)
      if (closed) connection.closeSync()
      else idle.push(connection)
    }
  }

  return {
    query: <Row>(sql: string, params: DuckValue[] = [], queryOptions: QueryOptions = {}) =>
      use(queryOptions, async (connection) =>
        rowsOf<Row>(await connection.runAndReadAll(sql, params, typesOf(params))),
      ),
    read: (sql, count, queryOptions = {}) =>
      use(queryOptions, async (connection) => {
        const reader = await connection.streamAndReadUntil(sql, count)
        const names = reader.deduplicatedColumnNames()
        return {
          columns: names.map((name, index) => ({ name, type: String(reader.columnType(index)) })),
          // Anyone may name a column, `__proto__` too.
          rows: reader
            .convertRows(toJson)
            .map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]]))),
        }
      }),
    run: (sql, params = [], queryOptions = {}) =>
      use(queryOptions, async (connection) => void (await connection.run(sql, params, typesOf(params)))),
    stream: (sql, params, useRows, queryOptions = {}) =>
      use(queryOptions, async (connection) => {
        const result = await connection.stream(sql, params, typesOf(params))
        return useRows(result.yieldConvertedRows(toJson))
      }),
    appender: async (table) => {
      const connection = await connect()
      const appender = await connection.createAppender(table)
      return {
        row: (values) => {
          for (const value of values) append(appender, value)
          appender.endRow()
        },
        close: () => {
          appender.closeSync()
          connection.closeSync()
        },
      }
    },
    close: () => {
      closed = true
      for (const connection of idle.splice(0)) connection.closeSync()
      instance.closeSync()
    },
  }
}

function settings(options: DuckOptions): Record<string, string> {
  return {
    // Nothing is ever fetched from the network: what we use is built in.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
    ...(options.memoryLimitBytes === undefined
      ? {}
      : { memory_limit: `${Math.round(options.memoryLimitBytes / 2 ** 20)}MiB` }),
    // Without one, DuckDB would spill into whatever folder the process was started in.
    temp_directory: options.tempDirectory ?? '',
    ...options.settings,
  }
}

function append(appender: DuckDBAppender, value: string | number | null): void {
  if (value === null) appender.appendNull()
  else if (typeof value === 'number') appender.appendBigInt(BigInt(value))
  else appender.appendVarchar(value)
}

/** Where none is said, DuckDB takes that of the value. */
const typesOf = (params: DuckValue[]) => parameterTypes(params) as DuckDBType[]

function rowsOf<Row>(reader: DuckDBResultReader): Row[] {
  return reader.convertRowObjects(toJson) as Row[]
}

function tell(connection: DuckDBConnection, onProgress: (share: number) => void): void {
  const { percentage } = connection.progress
  if (percentage > 0) onProgress(Math.min(1, percentage / 100))
}
