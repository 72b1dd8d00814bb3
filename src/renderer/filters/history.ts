import { equalFilters, type Filters, normaliseFilters } from './filters.ts'

const LONGEST = 100
/** Changes of the same control within this time are one: a slider being dragged is undone at once. */
const SAME_GESTURE_MS = 600

export interface FilterHistory {
  past: Filters[]
  present: Filters
  future: Filters[]
  /** Of the last change: which control, and when. */
  gesture: { control: string; at: number } | null
}

export const emptyHistory: FilterHistory = { past: [], present: {}, future: [], gesture: null }

/** @param now milliseconds, of any clock */
export function change(history: FilterHistory, next: Filters, control: string, now: number): FilterHistory {
  const present = normaliseFilters(next)
  if (equalFilters(present, history.present)) return history
  const { gesture } = history
  const continues = gesture?.control === control && now - gesture.at < SAME_GESTURE_MS
  const past = continues ? history.past : [...history.past, history.present].slice(-LONGEST)
  return { past, present, future: [], gesture: { control, at: now } }
}

export function undo(history: FilterHistory): FilterHistory {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    gesture: null,
  }
}

export function redo(history: FilterHistory): FilterHistory {
  const [after, ...future] = history.future
  if (after === undefined) return history
  return { past: [...history.past, history.present], present: after, future, gesture: null }
}
