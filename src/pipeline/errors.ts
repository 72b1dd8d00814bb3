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

const DISK_HINT = 'Check the disk and its cable or network, then run the same command again.'

const SYSTEM_ERRORS: Record<string, { code: string; message: string; hint: string }> = {
  ENOSPC: {
    code: 'DISK_FULL',
    message: 'The disk is full',
    hint: 'Free some space, then run the same command again: nothing was published.',
  },
  EDQUOT: {
    code: 'DISK_FULL',
    message: 'Your share of the disk is full',
    hint: 'Free some space, then run the same command again: nothing was published.',
  },
  EFBIG: {
    code: 'FILE_TOO_LARGE',
    message: 'A file would be larger than this disk, or this account, may have',
    hint: 'Choose a lake on another disk with --lake, or raise the limit with ulimit -f; nothing was published.',
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
  ENOTDIR: {
    code: 'NOT_A_FOLDER',
    message: 'A file stands where a folder is needed',
    hint: 'Move the file away, or choose another folder.',
  },
  EISDIR: {
    code: 'NOT_A_FILE',
    message: 'A folder stands where a file is needed',
    hint: 'Move the folder away, or choose another file.',
  },
  ENAMETOOLONG: {
    code: 'PATH_TOO_LONG',
    message: 'The path is longer than this system allows',
    hint: 'Choose a shorter one.',
  },
  EIO: { code: 'DISK_ERROR', message: 'The disk reported an error', hint: DISK_HINT },
  ESTALE: {
    code: 'DISK_ERROR',
    message: 'The network disk does not know the file any more',
    hint: DISK_HINT,
  },
  ENOENT: { code: 'NOT_FOUND', message: 'No such file or folder', hint: 'Check the path.' },
  EMFILE: {
    code: 'TOO_MANY_FILES',
    message: 'Too many open files',
    hint: 'Close other programs, or raise the limit with ulimit -n.',
  },
}

/** How DuckDB, which has no codes for them, words what the system said. */
const WORDS: readonly [RegExp, string][] = [
  [/no space left on device|could not write.*space/i, 'ENOSPC'],
  [/disk quota exceeded/i, 'EDQUOT'],
  [/file too large/i, 'EFBIG'],
  [/read-only file system/i, 'EROFS'],
  [/permission denied/i, 'EACCES'],
  [/too many open files/i, 'EMFILE'],
  [/input\/output error/i, 'EIO'],
]

/** Any thrown value as a `CineError`; system errors get their sentence and next step. */
export function toCineError(error: unknown): CineError {
  if (error instanceof CineError) return error
  const message = error instanceof Error ? error.message : String(error)
  const found = systemError(error, message)
  const known = found && SYSTEM_ERRORS[found.code]
  if (known) {
    const { path } = found
    return new CineError(known.code, path ? `${known.message}: ${path}` : `${known.message}.`, {
      hint: known.hint,
      details: path ? { path } : {},
      cause: error,
    })
  }
  return new CineError('INTERNAL', `Something unexpected happened: ${message.split('\n')[0]}`, {
    hint: 'Run again with ETL_LOG_LEVEL=DEBUG to see the details, and report it with them.',
    cause: error,
  })
}

/** What the system said and of which file, by its code or by its words. */
function systemError(error: unknown, message: string): { code: string; path: string | null } | null {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return { code: error.code, path: 'path' in error && typeof error.path === 'string' ? error.path : null }
  if (!/^(io|permission) error/i.test(message) && !/^Error: /.test(message)) return null
  const code = WORDS.find(([words]) => words.test(message))?.[1]
  return code === undefined ? null : { code, path: message.match(/"([^"\n]+)"/)?.[1] ?? null }
}

export function toPayload(error: unknown): ErrorPayload {
  const { code, message, hint, details } = toCineError(error)
  return { code, message, hint, details }
}
