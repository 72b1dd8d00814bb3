import { version } from '@duckdb/node-api'

/** The DuckDB library's own version, such as `v1.5.6`. */
export function duckVersion(): string {
  return version()
}
