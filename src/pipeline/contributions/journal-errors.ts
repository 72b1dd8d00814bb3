import { CineError } from '../errors.ts'

export function newer(path: string): CineError {
  return new CineError('JOURNAL_NEWER', `The journal ${path} was written by a newer studio.`, {
    hint: 'Install the newest version of the studio; nothing was changed.',
    details: { path },
  })
}

/** What SQLite says of the journal, for people. */
export function fromSqlite(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new CineError('JOURNAL_BUSY', `Another program is writing to the journal ${path}.`, {
      hint: 'Try again in a moment: nothing was changed.',
      cause: error,
    })
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return new CineError('PERMISSION_DENIED', `The journal ${path} cannot be written.`, {
      hint: 'Check the rights of the folder, or choose another lake with --lake.',
      cause: error,
    })
  if (code.startsWith('SQLITE_FULL') || code.startsWith('SQLITE_IOERR'))
    return new CineError('DISK_FULL', `The journal ${path} could not be written: the disk may be full.`, {
      hint: 'Free some space, then try again: nothing was changed.',
      cause: error,
    })
  return error
}
