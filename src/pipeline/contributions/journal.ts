import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import type { LakeLayout } from '../lake/layout.ts'
import { refuseLinks } from '../lake/skeleton.ts'
import { type Entry, parsed } from './entry.ts'
import { fromSqlite, newer } from './journal-errors.ts'
import { exists, inodeOf, type Recovered, setAside } from './set-aside.ts'
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
export type Recover = (aside: string | null) => Promise<Recovered>

export function journalExists(layout: LakeLayout): Promise<boolean> {
  return exists(layout.journal)
}

/**
 * Opens the journal for the time of `use`; makes it when there is none. A damaged one is set aside under
 * another name, never overwritten; the new one begins with what `recover` finds and says so in a notice. A journal
 * without a line, such as a file of no bytes, is a lost one too.
 */
export async function withJournal<T>(
  layout: LakeLayout,
  recover: Recover,
  use: (journal: Journal) => T,
): Promise<T> {
  const Sqlite = await loadSqlite()
  await makeFolderWithin(layout)
  let database: Database.Database
  let aside: string | null = null
  const inode = await inodeOf(layout.journal)
  try {
    database = open(Sqlite, layout.journal)
  } catch (error) {
    if (!isDamage(error)) throw fromSqlite(error, layout.journal)
    aside = await setAside(layout, inode)
    database = open(Sqlite, layout.journal)
  }
  try {
    if (isEmpty(database)) {
      const found = await recover(aside === null ? null : join(layout.contributions, aside))
      begin(database, { ...found, aside: [...(aside === null ? [] : [aside]), ...found.aside] })
    }
    return use(journalOf(database))
  } catch (error) {
    throw fromSqlite(error, layout.journal)
  } finally {
    database.close()
  }
}

/** Throws `LAKE_LINK` when the folder or the journal is a link: another journal of this machine would be read. */
async function makeFolderWithin(layout: LakeLayout): Promise<void> {
  await refuseLinks(layout, layout.journal)
  await mkdir(layout.contributions, { recursive: true })
}

function open(Sqlite: typeof Database, path: string): Database.Database {
  const database = new Sqlite(path, { timeout: 10_000 })
  try {
    // A rollback journal: the file itself changes with every line, which is how readers notice.
    database.pragma('journal_mode = DELETE')
    database.pragma('synchronous = FULL')
    const checked = database.pragma('quick_check', { simple: true })
    if (checked !== 'ok') throw new Damaged(String(checked))
    const version = versionOf(database)
    if (version > VERSION) throw newer(path)
    if (version === 0 && database.prepare('SELECT 1 FROM sqlite_schema').get() !== undefined)
      throw new Damaged('tables that are none of ours')
    if (version === VERSION) checkLines(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Throws `Damaged` when the tables, or a line, are none of ours. */
function checkLines(database: Database.Database): void {
  try {
    journalOf(database).notices()
    for (const line of linesOf(database))
      if (parsed(line).length === 0) throw new Damaged('a line is none of ours')
  } catch (error) {
    // SQLite's word for a table or a column that is not there.
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR')
      throw new Damaged(error.message)
    throw error
  }
}

const versionOf = (database: Database.Database) => Number(database.pragma('user_version', { simple: true }))

const isEmpty = (database: Database.Database) =>
  versionOf(database) === 0 || database.prepare('SELECT 1 FROM journal').get() === undefined

/** The tables and what was recovered, all or nothing: whoever is killed on the way leaves it to the next. */
function begin(database: Database.Database, { entries, aside }: Recovered): void {
  database
    .transaction(() => {
      if (versionOf(database) === 0) database.exec(SCHEMA)
      journalOf(database).append(entries)
      const notice = database.prepare('INSERT INTO notices VALUES (?, ?)')
      for (const name of aside) notice.run(new Date().toISOString(), name)
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

class Damaged extends Error {}

function isDamage(error: unknown): boolean {
  if (error instanceof Damaged) return true
  return error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code))
}
