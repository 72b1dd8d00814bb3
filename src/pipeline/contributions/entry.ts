import { z } from 'zod'

/** How a contribution names its film: by every name the film had, so that it is found again in a later run
 * even when its id has changed from `rt:<slug>` to an IMDb id. */
export const filmKeySchema = z.strictObject({
  film_id: z.string().min(1).max(500),
  rt_id: z.string().max(500).nullable(),
  imdb_id: z.string().max(100).nullable(),
  title: z.string().max(2000).nullable(),
  year: z.int().nullable(),
})
export type FilmKey = z.infer<typeof filmKeySchema>

/** The columns of a film that can be corrected. An absent one was left as it is; null says "unknown". */
const filmValuesSchema = z.strictObject({
  box_office_usd: z.int().min(1).max(1e12).nullable().optional(),
  audience_score: z.number().min(0).max(100).nullable().optional(),
})
export const EDITABLE = ['box_office_usd', 'audience_score'] as const

const reviewValuesSchema = z.strictObject({
  critic_name: z.string().max(500).nullable(),
  publication_name: z.string().max(500).nullable(),
  score_raw: z.string().max(100).nullable(),
  score_ratio: z.number().min(0).max(1).nullable(),
  score_scale: z.string().max(100).nullable(),
  sentiment: z.enum(['positive', 'negative']).nullable(),
  review_text: z.string().min(1).max(50_000),
})

const base = {
  id: z.uuid(),
  author: z.string().min(1).max(200),
  created_at: z.iso.datetime(),
}
const about = {
  ...base,
  film: filmKeySchema,
  reason: z.string().max(2000).nullable(),
  /** The run that was published when it was made. */
  run_id: z.string().max(200),
}

/** One line of the journal. Lines are only ever added: an undo is a line too. */
export const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...about, kind: z.literal('review'), after: reviewValuesSchema }),
  z.strictObject({
    ...about,
    kind: z.literal('film'),
    /** What was shown before, and what the sources said: they differ when an earlier edit was replaced. */
    before: filmValuesSchema,
    source: filmValuesSchema,
    after: filmValuesSchema,
  }),
  z.strictObject({
    ...about,
    kind: z.literal('match'),
    /** Two films that the rules could not tell apart: one, or two. As `ambiguous` of a run names them. */
    after: z.strictObject({
      source: z.string().min(1).max(100),
      film: z.string().min(1).max(500),
      candidate: z.string().min(1).max(500),
      candidate_title: z.string().max(2000).nullable(),
      same: z.boolean(),
    }),
  }),
  z.strictObject({ ...base, kind: z.literal('undo'), target: z.uuid() }),
  z.strictObject({ ...base, kind: z.literal('redo'), target: z.uuid() }),
])
export type Entry = z.infer<typeof entrySchema>
export type ReviewEntry = Extract<Entry, { kind: 'review' }>
export type FilmEntry = Extract<Entry, { kind: 'film' }>
export type MatchEntry = Extract<Entry, { kind: 'match' }>
export type ContributionEntry = ReviewEntry | FilmEntry | MatchEntry

/** A line as an entry; nothing when it is none. */
export function parsed(line: string): Entry[] {
  try {
    const entry = entrySchema.safeParse(JSON.parse(line))
    return entry.success ? [entry.data] : []
  } catch {
    return []
  }
}
