import { rm } from 'node:fs/promises'
import { DuckDBInstance } from '@duckdb/node-api'

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
    if (!/not a valid duckdb database|corrupt|checksum|serialization/i.test(message)) throw error
    // Its content means nothing: a process that was killed while it made the file left half of one.
    await rm(path, { force: true })
    return take(path)
  }
}

async function take(path: string): Promise<{ release(): void }> {
  const instance = await DuckDBInstance.create(path)
  return { release: () => instance.closeSync() }
}
