import { useDebouncedValue } from '@mantine/hooks'
import { create } from 'zustand'
import { equalFilters, type Filters } from './filters.ts'
import { change, emptyHistory, type FilterHistory, redo, undo } from './history.ts'

const DEBOUNCE_MS = 100

/** The filters of every page, with what they were before. The address follows (`app/address-sync.ts`). */
export const useFilters = create<FilterHistory>()(() => emptyHistory)

/** Changes some of the filters; `undefined` removes one. */
export function setFilters(patch: Partial<Filters>): void {
  const control = Object.keys(patch).sort().join()
  useFilters.setState((history) =>
    change(history, { ...history.present, ...patch }, control, performance.now()),
  )
}

/** All of them at once, as when an address is opened. */
export function replaceFilters(filters: Filters): void {
  useFilters.setState((history) =>
    equalFilters(filters, history.present) ? history : change(history, filters, 'all', performance.now()),
  )
}

export function resetFilters(): void {
  replaceFilters({})
}

export const undoFilters = () => useFilters.setState(undo)
export const redoFilters = () => useFilters.setState(redo)

/** The filters to ask the engine with: normalised, and in the middle of a gesture only once it has paused. */
export function useActiveFilters(): Filters {
  const [active] = useDebouncedValue(
    useFilters((history) => history.present),
    DEBOUNCE_MS,
    // A single choice is answered at once; of a slider being dragged, its first move and where it rests.
    { leading: true },
  )
  return active
}
