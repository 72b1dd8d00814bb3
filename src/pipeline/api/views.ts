/** Filters that are kept under a name. */
import { z } from 'zod'
import { entry } from './entry.ts'
import { type Filters, filtersSchema } from './filters.ts'

/** Filters that somebody saved under a name, with the lake. */
export interface SavedView {
  name: string
  filters: Filters
  saved_at: string
}

const viewName = z.string().trim().min(1).max(100)

export const viewsApi = {
  'views.list': entry<{ views: SavedView[] }>()(z.strictObject({})),
  /** One of the same name is replaced. */
  'views.save': entry<{ views: SavedView[] }>()(z.strictObject({ name: viewName, filters: filtersSchema })),
  'views.remove': entry<{ views: SavedView[] }>()(z.strictObject({ name: viewName })),
} as const
