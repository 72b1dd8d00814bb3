import { create } from 'zustand'

/** What is looked at, kept while other pages are open. */
interface Chosen {
  /** A run's id; null for the published one, whichever that is. */
  run: string | null
  /** Rejects of this reason and this source only. */
  reason: string | null
  source: string | null
  page: number
}

export const useChosen = create<Chosen>()(() => ({ run: null, reason: null, source: null, page: 1 }))

/** Another run has other rejects: they are looked at from the beginning. */
export const chooseRun = (run: string | null) =>
  useChosen.setState({ run, reason: null, source: null, page: 1 })

export const chooseRejects = (which: Partial<Pick<Chosen, 'reason' | 'source'>>) =>
  useChosen.setState({ ...which, page: 1 })

export const choosePage = (page: number) => useChosen.setState({ page })
