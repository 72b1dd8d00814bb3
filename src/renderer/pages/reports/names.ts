export const REPORTS = ['correlation', 'timeline', 'genres', 'talents'] as const
export type ReportName = (typeof REPORTS)[number]

/** The report that an address names; the first one when it names none. */
export function reportOf(section: string | null): ReportName {
  return REPORTS.find((name) => name === section) ?? 'correlation'
}
