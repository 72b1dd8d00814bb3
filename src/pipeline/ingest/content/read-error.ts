import { CineError, toCineError } from '../../errors.ts'

const NOT_THERE = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE']

/** A failure to read an input, said of that input. `file` is the name to call it by. */
export function readError(error: unknown, path: string, file = path): CineError {
  if (error instanceof CineError) return error
  const code = error instanceof Error && 'code' in error ? `${error.code}` : ''
  // A name that is no UTF-8 is read as one with this character, and no file has that name then.
  if (NOT_THERE.includes(code) && path.includes('\ufffd'))
    return new CineError('INGEST_NAME_ENCODING', `The name of ${path} is not UTF-8.`, {
      hint: 'Rename the file (each � stands for a byte that is no character), then land it again.',
      details: { path },
      cause: error,
    })
  if (NOT_THERE.includes(code))
    return new CineError('INGEST_NOT_FOUND', `There is no file ${path}.`, {
      hint: 'Check the path; a relative one starts from the folder the command was run in.',
      details: { path },
      cause: error,
    })
  if (code.startsWith('Z_')) return damaged('gzip', file, error)
  if (code.startsWith('ZSTD_')) return damaged('zstd', file, error)
  if (code === 'EACCES' || code === 'EPERM')
    return new CineError('PERMISSION_DENIED', `Not allowed to read ${path}.`, {
      hint: 'Check the rights of the file and of the folders above it.',
      details: { path },
      cause: error,
    })
  return toCineError(error)
}

const BROKEN = {
  gzip: { code: 'INGEST_BROKEN_GZIP', test: '"gzip -t FILE"' },
  zstd: { code: 'INGEST_BROKEN_ZSTD', test: '"zstd -t FILE"' },
  zip: { code: 'INGEST_BROKEN_ZIP', test: '"unzip -t FILE"' },
} as const

/** What a packed file is refused with when it cannot be unpacked to its end. */
export function damaged(kind: keyof typeof BROKEN, file: string, cause: unknown): CineError {
  const { code, test } = BROKEN[kind]
  return new CineError(code, `${file} is a ${kind} file cut short or damaged.`, {
    hint: `Copy or download it again; ${test} tells whether it is whole.`,
    details: { file, reason: cause instanceof Error ? cause.message : String(cause) },
    cause,
  })
}
