export const SECTIONS = ['overview', 'completeness', 'matching', 'rejects'] as const
export type SectionName = (typeof SECTIONS)[number]

/** The part that an address names; the overview when it names none. */
export function sectionOf(section: string | null): SectionName {
  return SECTIONS.find((name) => name === section) ?? 'overview'
}
