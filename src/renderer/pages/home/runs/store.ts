import { create } from 'zustand'

/** Which of the runs is opened, compared, or about to be published again; one of these at a time. */
interface Open {
  details: string | null
  compared: { a: string; b: string } | null
  publishing: string | null
}

const nothing: Open = { details: null, compared: null, publishing: null }
export const useOpenRun = create<Open>()(() => nothing)

export const openDetails = (details: string) => useOpenRun.setState({ ...nothing, details })
export const openComparison = (a: string, b: string) =>
  useOpenRun.setState({ ...nothing, compared: { a, b } })
export const openPublishing = (publishing: string) => useOpenRun.setState({ ...nothing, publishing })
export const closeRun = () => useOpenRun.setState(nothing)
