import { rm } from 'node:fs/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { toCineError } from '../errors.ts'

/**
 * Holds `path` with a lock of the operating system, which is freed when the process ends, however it ends:
 * a tiny DuckDB database opened for writing. Resolves to what frees it, or to the number of the process that
 * holds it (null when the system does not tell).
 */
export async function lockFile(path: string): Promise<{ release(): void } | { heldBy: number | null }> {
  try {
    return await take(path)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (/conflicting lock|could not set lock|being used by another process/i.test(message)) {
      const pid = message.match(/\(PID (\d+)\)/)?.[1]
      return { heldBy: pid === undefined ? null : Number(pid) }
    }
    // What the system refuses, it will refuse again.
    if (toCineError(error).code !== 'INTERNAL') throw error
    // Its content means nothing: a process that was killed, or a disk that was full, left half of one.
    for (const each of [path, `${path}.wal`]) await rm(each, { force: true })
    return take(path)
  }
}

async function take(path: string): Promise<{ release(): void }> {
  const instance = await DuckDBInstance.create(path)
  return { release: () => instance.closeSync() }
}
