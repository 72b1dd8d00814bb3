import { create } from 'zustand'
import type { PageName } from './address.ts'

export interface TourStep {
  name: 'data' | 'filters' | 'reports'
  page: PageName
}

export const TOUR_STEPS: readonly TourStep[] = [
  { name: 'data', page: 'home' },
  { name: 'filters', page: 'explorer' },
  { name: 'reports', page: 'reports' },
]

const TAKEN = 'cine.tour'

/** Null while there is none. */
export const useTour = create<{ step: number | null }>()(() => ({ step: null }))

export const isFirstStart = () => localStorage.getItem(TAKEN) === null
export const beginTour = () => useTour.setState({ step: 0 })
export const goToStep = (step: number) => useTour.setState({ step })

/** Also when it was skipped: it is not offered a second time by itself. */
export function endTour(): void {
  localStorage.setItem(TAKEN, 'taken')
  useTour.setState({ step: null })
}
