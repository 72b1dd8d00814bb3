import type Database from 'better-sqlite3'
import { CineError } from '../errors.ts'

/** The Node-API that better-sqlite3 13 is built on: with an older one it takes the process down. */
const NODE_API = 10

/** Loaded only by who has a journal: an engine without one runs anywhere. Throws `JOURNAL_UNAVAILABLE`. */
export async function loadSqlite(): Promise<typeof Database> {
  if (Number(process.versions.napi) < NODE_API) {
    throw new CineError(
      'JOURNAL_UNAVAILABLE',
      'Contributions need a newer runtime than the one the engine runs in.',
      { hint: 'Use Node 22.14 or later, or Electron 35 or later; nothing was changed.' },
    )
  }
  return (await import('better-sqlite3')).default
}
