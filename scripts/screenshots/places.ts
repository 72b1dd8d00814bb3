/** Every page, and every part of one that has an address of its own. */
export const PLACES = [
  'home',
  'explorer',
  'explorer/reviews',
  'reports/correlation',
  'reports/timeline',
  'reports/genres',
  'reports/talents',
  'reports/studies',
  'contributions',
  'quality/overview',
  'quality/completeness',
  'quality/matching',
  'quality/rejects',
  'sql',
  'cluster',
  'settings',
] as const

export const LANGUAGES = ['fr', 'en'] as const
export const THEMES = ['light', 'dark'] as const
export type Language = (typeof LANGUAGES)[number]
export type Theme = (typeof THEMES)[number]
