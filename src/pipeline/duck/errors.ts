import { CineError, cancelled, isCancelled } from '../errors.ts'

/** What DuckDB threw, in our words where a user can do something about it; else the same error. */
export function fromDuck(error: unknown, signal: AbortSignal | undefined): unknown {
  if (isCancelled(error)) return error
  if (signal?.aborted) return cancelled()
  const message = error instanceof Error ? error.message : String(error)
  if (!/^out of memory error/i.test(message)) return error
  return /disk|temp/i.test(message) && /max_temp_directory_size|no space/i.test(message)
    ? new CineError('DISK_FULL', 'There is not enough room on the disk for temporary files.', {
        hint: 'Free some space, then run the same command again: nothing was published.',
        cause: error,
      })
    : new CineError('OUT_OF_MEMORY', 'DuckDB needed more memory than it may use.', {
        hint: 'Close other programs, or read fewer rows with --n-rows; nothing was published.',
        cause: error,
      })
}
