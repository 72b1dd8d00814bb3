export const REPORTS = ['correlation', 'timeline', 'genres', 'talents'] as const
export type ReportName = (typeof REPORTS)[number]
/** The reports, and the studies that read them. */
export const TABS = [...REPORTS, 'studies'] as const
export type TabName = (typeof TABS)[number]

/** The report that an address names; the first one when it names none. */
export function tabOf(section: string | null): TabName {
  return TABS.find((name) => name === section) ?? 'correlation'
}
