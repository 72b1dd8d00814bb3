import { access, readdir, rename, stat } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { type LakeLayout, utcStamp } from '../lake/layout.ts'
import { type Entry, parsed } from './entry.ts'
import { loadSqlite } from './sqlite.ts'

/** What a lost journal held, and the files beside it that had to be set aside, by name. */
export interface Recovered {
  entries: Entry[]
  aside: string[]
}

/**
 * Moves the damaged file, and what SQLite keeps beside it, to names of their own; gives the new name, or null when
 * another process has done so meanwhile: what is there now is its new journal.
 */
export async function setAside(layout: LakeLayout, inode: number | null): Promise<string | null> {
  if ((await inodeOf(layout.journal)) !== inode) return null
  const name = await asideName(layout.contributions, 'journal.sqlite')
  await rename(layout.journal, join(layout.contributions, name))
  if (await exists(`${layout.journal}-journal`))
    await rename(`${layout.journal}-journal`, join(layout.contributions, `${name}-journal`))
  return name
}

export async function inodeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ ino }) => ino,
    () => null,
  )
}

/** A name that is free, for a damaged file: `journal.damaged-20260101T000000Z.sqlite`. */
export async function asideName(folder: string, file: string): Promise<string> {
  const { name, ext } = parse(file)
  const stamp = utcStamp(new Date())
  let aside = `${name}.damaged-${stamp}${ext}`
  for (let n = 2; await exists(join(folder, aside)); n++) aside = `${name}.damaged-${stamp}-${n}${ext}`
  return aside
}

/** The damaged journal that was set aside last, such as by whoever was killed before it had made a new one. */
export async function lastAside(layout: LakeLayout): Promise<string | null> {
  const names = await readdir(layout.contributions).catch(() => [])
  const journals = names.filter((name) => /^journal\.damaged-.*\.sqlite$/.test(name))
  const last = journals.sort().at(-1)
  return last === undefined ? null : join(layout.contributions, last)
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

export function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
