import type { ContributionEntry, Entry } from './entry.ts'

export interface JournalState {
  /** Every contribution in the order it was made, with whether it holds. */
  contributions: { entry: ContributionEntry; active: boolean }[]
  /** What undo without a name takes back: the latest contribution that holds. */
  undoable: string | null
  /** What redo without a name brings back: the latest undone, unless something was contributed since. */
  redoable: string | null
}

/** Where the journal's lines lead, read from the first to the last. */
export function journalState(entries: readonly Entry[]): JournalState {
  const contributions = new Map<string, { entry: ContributionEntry; active: boolean }>()
  /** Ids in the order they took hold, and in the order they were undone. */
  let done: string[] = []
  let undone: string[] = []
  for (const entry of entries) {
    if (entry.kind === 'undo' || entry.kind === 'redo') {
      const target = contributions.get(entry.target)
      // A line about what is not in this journal says nothing here.
      if (!target || target.active === (entry.kind === 'redo')) continue
      target.active = entry.kind === 'redo'
      done = done.filter((id) => id !== entry.target)
      undone = undone.filter((id) => id !== entry.target)
      ;(target.active ? done : undone).push(entry.target)
    } else if (!contributions.has(entry.id)) {
      contributions.set(entry.id, { entry, active: true })
      done.push(entry.id)
      undone = []
    }
  }
  return {
    contributions: [...contributions.values()],
    undoable: done.at(-1) ?? null,
    redoable: undone.at(-1) ?? null,
  }
}

/** The contributions that hold, in their order: a later edit of a value replaces an earlier one. */
export function activeEntries(entries: readonly Entry[]): ContributionEntry[] {
  return journalState(entries).contributions.flatMap(({ entry, active }) => (active ? [entry] : []))
}
