import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { CineError } from '../errors.ts'
import type { LakeLayout } from '../lake/layout.ts'
import type { ContributionEntry, Entry } from './entry.ts'
import { EXPORTED_TABLES, exportedEntries, exportedTables, exportTables } from './export-tables.ts'
import { type Journal, journalExists, type Notice, withJournal } from './journal.ts'
import { lastAside, type Recovered, salvage } from './set-aside.ts'
import { activeEntries, type JournalState, journalState } from './state.ts'

export interface StoredContributions extends JournalState {
  /** Journals that were found damaged and set aside. */
  notices: Notice[]
}

const NOTHING: StoredContributions = { contributions: [], undoable: null, redoable: null, notices: [] }

/** Everything that was contributed to this lake; mends what is missing of its files on the way. */
export async function readContributions(layout: LakeLayout): Promise<StoredContributions> {
  if (!(await isThere(layout))) return NOTHING
  const read = await opened(layout, (journal) => ({ entries: journal.entries(), notices: journal.notices() }))
  if ((await exportedTables(layout)) < EXPORTED_TABLES)
    await exportTables(layout, activeEntries(read.entries))
  return { ...journalState(read.entries), notices: read.notices }
}

/** Every line of the journal, those that undo included. */
export async function journalEntries(layout: LakeLayout): Promise<Entry[]> {
  return (await isThere(layout)) ? opened(layout, (journal) => journal.entries()) : []
}

/** Adds what `decide` makes of the journal as it stands, then exports. Gives the lines that were added. */
export async function contribute(
  layout: LakeLayout,
  decide: (state: JournalState) => Entry[],
): Promise<Entry[]> {
  const added = await opened(layout, (journal) =>
    journal.transaction(() => {
      const known = new Set(journal.entries().map(({ id }) => id))
      // A line that is given twice is added once.
      const entries = decide(journalState(journal.entries())).filter(
        ({ id }) => !known.has(id) && known.add(id),
      )
      journal.append(entries)
      return entries
    }),
  )
  await exportLatest(layout)
  return added
}

/** Takes back the contribution `id`, or the latest that holds. Throws `NOTHING_TO_UNDO`. */
export function undo(layout: LakeLayout, author: string, id?: string): Promise<ContributionEntry> {
  return turn(layout, 'undo', author, id)
}

/** Brings back the contribution `id`, or the latest undone. Throws `NOTHING_TO_REDO`. */
export function redo(layout: LakeLayout, author: string, id?: string): Promise<ContributionEntry> {
  return turn(layout, 'redo', author, id)
}

async function turn(
  layout: LakeLayout,
  kind: 'undo' | 'redo',
  author: string,
  id: string | undefined,
): Promise<ContributionEntry> {
  let turned: ContributionEntry | undefined
  await contribute(layout, (state) => {
    const target = id ?? (kind === 'undo' ? state.undoable : state.redoable)
    const found = state.contributions.find(({ entry }) => entry.id === target)
    if (!found || found.active !== (kind === 'undo')) throw nothingTo(kind, id, found !== undefined)
    turned = found.entry
    return [{ ...newLine(author), kind, target: found.entry.id }]
  })
  return turned as ContributionEntry
}

/** The fields that every new line has. */
export function newLine(author: string): { id: string; author: string; created_at: string } {
  return { id: randomUUID(), author, created_at: new Date().toISOString() }
}

/** Who contributes when nobody is named: `CINE_AUTHOR`, else the system's user. */
export function defaultAuthor(env: NodeJS.ProcessEnv = process.env): string {
  if (env.CINE_AUTHOR?.trim()) return env.CINE_AUTHOR.trim().slice(0, 200)
  try {
    return userInfo().username || 'unknown'
  } catch {
    // A container may run under a number without a name.
    return 'unknown'
  }
}

/** Another process may have added a line while the files were written: whoever writes last sees them all. */
async function exportLatest(layout: LakeLayout): Promise<void> {
  for (;;) {
    const entries = await opened(layout, (journal) => journal.entries())
    await exportTables(layout, activeEntries(entries))
    const after = await opened(layout, (journal) => journal.entries().length)
    if (after === entries.length) return
  }
}

async function isThere(layout: LakeLayout): Promise<boolean> {
  return (await journalExists(layout)) || (await exportedTables(layout)) > 0
}

function opened<T>(layout: LakeLayout, use: (journal: Journal) => T): Promise<T> {
  return withJournal(layout, (aside) => recovered(layout, aside), use)
}

async function recovered(layout: LakeLayout, aside: string | null): Promise<Recovered> {
  const damaged = aside ?? (await lastAside(layout))
  const exported = await exportedEntries(layout)
  return { ...exported, entries: [...(damaged === null ? [] : await salvage(damaged)), ...exported.entries] }
}

function nothingTo(kind: 'undo' | 'redo', id: string | undefined, known: boolean): CineError {
  if (id !== undefined && !known)
    return new CineError('CONTRIBUTION_UNKNOWN', `There is no contribution ${id} in this lake.`, {
      hint: 'See their ids with `cine contribute list`.',
      details: { id },
    })
  const words = { undo: ['to undo', 'already undone'], redo: ['to redo', 'not undone'] }[kind]
  const message =
    id === undefined ? `There is nothing ${words[0]}.` : `The contribution ${id} is ${words[1]}.`
  return new CineError(kind === 'undo' ? 'NOTHING_TO_UNDO' : 'NOTHING_TO_REDO', message, {
    hint: 'See what holds with `cine contribute list`.',
  })
}
