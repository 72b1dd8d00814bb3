import { create } from 'zustand'
import type { Role } from '../../../pipeline/api.ts'

/** What is chosen on the reports themselves, kept while other pages are looked at. */
export interface ReportOptions {
  by: 'year' | 'decade'
  role: Role
  minFilms: number
  /** The talent that is opened. */
  talent: string | null
  showsTable: boolean
  showsHow: boolean
}

export const useReportOptions = create<ReportOptions>()(() => ({
  by: 'year',
  role: 'director',
  minFilms: 1,
  talent: null,
  showsTable: false,
  showsHow: false,
}))

export const setReportOptions = (patch: Partial<ReportOptions>) => useReportOptions.setState(patch)
