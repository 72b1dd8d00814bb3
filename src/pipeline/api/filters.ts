/** The filter bar, and what every paged answer shares. */
import { z } from 'zod'

/** The filter bar, the same on every view. A film whose value is unknown passes an active range or genre
 * filter only with `include_unknown`; with no active filter every film passes. Bounds are inclusive. */
export const filtersSchema = z.strictObject({
  from_year: z.int().min(1800).max(2200).optional(),
  to_year: z.int().min(1800).max(2200).optional(),
  genres: z.array(z.string().min(1).max(200)).max(200).optional(),
  min_imdb: z.number().min(0).max(10).optional(),
  max_imdb: z.number().min(0).max(10).optional(),
  include_unknown: z.boolean().optional(),
})

export type Filters = z.infer<typeof filtersSchema>

/** The most rows of one answer: what a JSON document of them can hold. An export has no such limit. */
export const MAX_ROWS = 200_000

export const pageShape = {
  filters: filtersSchema.optional(),
  search: z.string().max(500).optional(),
  /** `column` or `column:desc`; nulls come last either way. */
  sort: z.string().max(100).optional(),
  limit: z.int().min(0).max(MAX_ROWS).default(100),
  offset: z.int().min(0).default(0),
}

export const reviewShape = {
  sentiment: z.enum(['positive', 'negative']).optional(),
  top_critic: z.boolean().optional(),
}

/** Films in which this person had a part: any, or this one. */
export const personShape = {
  person_id: z.string().max(500).optional(),
  role: z.enum(['actor', 'director', 'writer']).optional(),
}
