import { access, mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { CineError } from '../errors.ts'
import { type LakeLayout, utcStamp } from '../lake/layout.ts'
import { type Entry, parsed } from './entry.ts'
import { loadSqlite } from './sqlite.ts'

const VERSION = 1

/** Lines are added, never changed or removed: the triggers hold even for other programs. */
const SCHEMA = `
  CREATE TABLE journal (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    created_at TEXT NOT NULL,
    author TEXT NOT NULL,
    entry TEXT NOT NULL CHECK (json_valid(entry))
  ) STRICT;
  CREATE TABLE notices (at TEXT NOT NULL, text TEXT NOT NULL) STRICT;
  CREATE TRIGGER journal_is_append_only_1 BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TRIGGER journal_is_append_only_2 BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  PRAGMA user_version = ${VERSION};`

export interface Notice {
  at: string
  /** The name of the file that was set aside. */
  text: string
}

export interface Journal {
  /** Every line, in order. */
  entries(): Entry[]
  notices(): Notice[]
  /** Adds lines, all or none; those whose id is there already are left out. Gives how many were added. */
  append(entries: readonly Entry[]): number
  /** Reads, decides and adds as one: no other process comes in between. */
  transaction<T>(work: () => T): T
}

/** Finds what a lost journal held; `aside` is where a damaged one was put, null when it was not there at all. */
export type Recover = (aside: string | null) => Promise<Entry[]>

export async function journalExists(layout: LakeLayout): Promise<boolean> {
  return exists(layout.journal)
}

/**
 * Opens the journal for the time of `use`; makes it when there is none. A damaged one is set aside under
 * another name, never overwritten; the new one begins with what `recover` finds and says so in a notice.
 */
export async function withJournal<T>(
  layout: LakeLayout,
  recover: Recover,
  use: (journal: Journal) => T,
): Promise<T> {
  const Sqlite = await loadSqlite()
  await mkdir(layout.contributions, { recursive: true })
  const isNew = !(await exists(layout.journal))
  let database: Database.Database
  let aside: string | null = null
  try {
    database = open(Sqlite, layout.journal)
  } catch (error) {
    if (!isDamage(error)) throw fromSqlite(error, layout.journal)
    aside = await setAside(layout)
    database = open(Sqlite, layout.journal)
  }
  try {
    const journal = journalOf(database)
    if (isNew || aside !== null) {
      const found = await recover(aside === null ? null : join(layout.contributions, aside))
      journal.append(found)
      if (aside !== null)
        database.prepare('INSERT INTO notices VALUES (?, ?)').run(new Date().toISOString(), aside)
    }
    return use(journal)
  } catch (error) {
    throw fromSqlite(error, layout.journal)
  } finally {
    database.close()
  }
}

function open(Sqlite: typeof Database, path: string): Database.Database {
  const database = new Sqlite(path, { timeout: 10_000 })
  try {
    // A rollback journal: the file itself changes with every line, which is how readers notice.
    database.pragma('journal_mode = DELETE')
    database.pragma('synchronous = FULL')
    const checked = database.pragma('quick_check', { simple: true })
    if (checked !== 'ok') throw new Damaged(String(checked))
    const version = Number(database.pragma('user_version', { simple: true }))
    if (version > VERSION) throw newer(path)
    if (version === 0) create(database)
    for (const line of linesOf(database))
      if (parsed(line).length === 0) throw new Damaged('a line is none of ours')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function create(database: Database.Database): void {
  database
    .transaction(() => {
      if (Number(database.pragma('user_version', { simple: true })) === 0) database.exec(SCHEMA)
    })
    .exclusive()
}

function journalOf(database: Database.Database): Journal {
  const insert = database.prepare(
    `INSERT INTO journal (id, kind, created_at, author, entry) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO NOTHING`,
  )
  return {
    entries: () => linesOf(database).flatMap(parsed),
    notices: () => database.prepare<[], Notice>('SELECT at, text FROM notices ORDER BY at').all(),
    append: (entries) =>
      database.transaction(() => {
        let added = 0
        for (const entry of entries) {
          const { id, kind, created_at, author } = entry
          added += insert.run(id, kind, created_at, author, JSON.stringify(entry)).changes
        }
        return added
      })(),
    transaction: (work) => database.transaction(work).immediate(),
  }
}

function linesOf(database: Database.Database): string[] {
  return database
    .prepare<[], { entry: string }>('SELECT entry FROM journal ORDER BY seq')
    .all()
    .map(({ entry }) => entry)
}

/** The lines that can still be read in a damaged journal; SQLite stops at the first page it cannot make out. */
export async function salvage(path: string): Promise<Entry[]> {
  const Sqlite = await loadSqlite()
  const found: Entry[] = []
  try {
    const database = new Sqlite(path, { readonly: true })
    try {
      const rows = database.prepare<[], { entry: string }>('SELECT entry FROM journal ORDER BY seq')
      for (const { entry } of rows.iterate()) found.push(...parsed(entry))
    } finally {
      database.close()
    }
  } catch {
    // What was read before the damage is kept.
  }
  return found
}

class Damaged extends Error {}

function isDamage(error: unknown): boolean {
  if (error instanceof Damaged) return true
  return error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code))
}

/** Moves the damaged file, and what SQLite keeps beside it, to names of their own; gives the new name. */
async function setAside(layout: LakeLayout): Promise<string> {
  const stamp = utcStamp(new Date())
  let name = `journal.damaged-${stamp}.sqlite`
  for (let n = 2; await exists(join(layout.contributions, name)); n++)
    name = `journal.damaged-${stamp}-${n}.sqlite`
  await rename(layout.journal, join(layout.contributions, name))
  if (await exists(`${layout.journal}-journal`))
    await rename(`${layout.journal}-journal`, join(layout.contributions, `${name}-journal`))
  return name
}

function newer(path: string): CineError {
  return new CineError('JOURNAL_NEWER', `The journal ${path} was written by a newer studio.`, {
    hint: 'Install the newest version of the studio; nothing was changed.',
    details: { path },
  })
}

function fromSqlite(error: unknown, path: string): unknown {
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

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
