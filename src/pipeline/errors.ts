/**
 * Errors are for people: a stable code, one sentence saying what happened to which file or setting, and
 * what to do next. Everything that can go wrong by a user's doing is thrown as a `CineError`; anything
 * else is a defect and is reported as `INTERNAL`.
 */

/** How an error travels: over every transport, and as `{"error":…}` of the command line. */
export interface ErrorPayload {
  code: string
  message: string
  hint: string | null
  details: Record<string, unknown>
}

export interface CineErrorOptions {
  hint?: string
  details?: Record<string, unknown>
  cause?: unknown
}

export class CineError extends Error {
  readonly code: string
  readonly hint: string | null
  readonly details: Record<string, unknown>

  constructor(code: string, message: string, options: CineErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.name = 'CineError'
    this.code = code
    this.hint = options.hint ?? null
    this.details = options.details ?? {}
  }
}

/** True for the error that a cancelled request ends in. */
export function isCancelled(error: unknown): boolean {
  return error instanceof CineError && error.code === 'CANCELLED'
}

export function cancelled(): CineError {
  return new CineError('CANCELLED', 'Cancelled: the lake is as it was before.')
}

/** Throws `CANCELLED` when the signal has fired; call it between two steps of a long job. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw cancelled()
}

const SYSTEM_ERRORS: Record<string, { code: string; message: string; hint: string }> = {
  ENOSPC: {
    code: 'DISK_FULL',
    message: 'The disk is full',
    hint: 'Free some space, then run the same command again: nothing was published.',
  },
  EACCES: {
    code: 'PERMISSION_DENIED',
    message: 'Permission denied',
    hint: 'Check the rights of the folder, or choose another lake with --lake.',
  },
  EPERM: {
    code: 'PERMISSION_DENIED',
    message: 'Operation not permitted',
    hint: 'Check the rights of the folder, or choose another lake with --lake.',
  },
  EROFS: {
    code: 'READ_ONLY',
    message: 'The file system is read only',
    hint: 'Choose a lake on a writable disk with --lake.',
  },
  ENOENT: { code: 'NOT_FOUND', message: 'No such file or folder', hint: 'Check the path.' },
  EMFILE: {
    code: 'TOO_MANY_FILES',
    message: 'Too many open files',
    hint: 'Close other programs, or raise the limit with ulimit -n.',
  },
}

/** Any thrown value as a `CineError`; system errors get their sentence and next step. */
export function toCineError(error: unknown): CineError {
  if (error instanceof CineError) return error
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    const known = SYSTEM_ERRORS[error.code]
    const path = 'path' in error && typeof error.path === 'string' ? error.path : null
    if (known) {
      return new CineError(known.code, path ? `${known.message}: ${path}` : `${known.message}.`, {
        hint: known.hint,
        details: path ? { path } : {},
        cause: error,
      })
    }
  }
  const message = error instanceof Error ? error.message : String(error)
  // DuckDB reports a full disk only in words.
  if (/no space left on device|could not write.*space/i.test(message)) {
    const full = SYSTEM_ERRORS.ENOSPC as { code: string; message: string; hint: string }
    return new CineError(full.code, `${full.message}.`, { hint: full.hint, cause: error })
  }
  return new CineError('INTERNAL', `Something unexpected happened: ${message.split('\n')[0]}`, {
    hint: 'Run again with ETL_LOG_LEVEL=DEBUG to see the details, and report it with them.',
    cause: error,
  })
}

export function toPayload(error: unknown): ErrorPayload {
  const { code, message, hint, details } = toCineError(error)
  return { code, message, hint, details }
}
