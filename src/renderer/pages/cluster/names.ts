/** The parts of the page, by the name in its address. */
export const SECTIONS = ['state', 'files', 'applications', 'tidy'] as const
export type SectionName = (typeof SECTIONS)[number]

export function sectionOf(name: string | null): SectionName {
  return SECTIONS.find((section) => section === name) ?? 'state'
}
