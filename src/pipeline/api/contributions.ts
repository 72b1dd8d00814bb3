/** What people add and correct. */
import { z } from 'zod'
import { entry } from './entry.ts'

/** The values of a film that people may correct; null says "unknown", an absent one is left as it is. */
export interface EditableValues {
  box_office_usd?: number | null | undefined
  audience_score?: number | null | undefined
}

export type EditableColumn = keyof EditableValues

export interface ContributedReview {
  critic_name: string | null
  publication_name: string | null
  score_raw: string | null
  score_ratio: number | null
  score_scale: string | null
  sentiment: 'positive' | 'negative' | null
  review_text: string
}

/** Of two films that the rules could not tell apart: whether they are one. The next run goes by it. */
export interface ContributedMatch {
  /** `rt_id`, or the source that the film is of. */
  source: string
  film: string
  candidate: string
  candidate_title: string | null
  same: boolean
}

/** A line of the journal: who changed what, when, and whether it holds. */
export interface Contribution {
  id: string
  kind: 'review' | 'film' | 'match'
  /** Its id in the published run, whatever it was when the contribution was made. */
  film_id: string
  film_title: string | null
  film_year: number | null
  /** False when the published run has no such film: the contribution waits. */
  film_found: boolean
  /** What was shown before; null for what replaces nothing. */
  before: EditableValues | null
  after: EditableValues | ContributedReview | ContributedMatch
  author: string
  reason: string | null
  created_at: string
  /** False once it is undone. */
  active: boolean
  /** Columns for which the sources now say something else than when they were edited; the edit holds. */
  conflicts: { column: EditableColumn; source_was: number | null; source_is: number | null }[]
}

export interface ContributionsList {
  /** The latest first. */
  contributions: Contribution[]
  can_undo: boolean
  can_redo: boolean
  /** Journals that were found damaged and set aside, by their file names. */
  notices: { at: string; text: string }[]
}

/** How a score as typed is understood: the rule of the transform. */
export interface ScoreReading {
  score_ratio: number | null
  score_scale: string | null
  sentiment: 'positive' | 'negative' | null
}

const authored = {
  author: z.string().trim().min(1).max(200).optional(),
  reason: z.string().trim().max(2000).optional(),
}

export const contributionsApi = {
  'contributions.list': entry<ContributionsList>()(z.strictObject({})),
  'contributions.score': entry<ScoreReading>()(z.strictObject({ score: z.string().max(100) })),
  'contributions.review': entry<{ contribution: Contribution }>()(
    z.strictObject({
      film_id: z.string().min(1).max(500),
      text: z.string().trim().min(1).max(50_000),
      score: z.string().trim().max(100).optional(),
      critic: z.string().trim().max(500).optional(),
      publication: z.string().trim().max(500).optional(),
      /** Told by the score when left out. */
      sentiment: z.enum(['positive', 'negative']).optional(),
      ...authored,
    }),
  ),
  'contributions.film': entry<{ contribution: Contribution }>()(
    z.strictObject({
      film_id: z.string().min(1).max(500),
      /** Whole dollars; null for "unknown". */
      box_office_usd: z.int().min(1).max(1e12).nullable().optional(),
      audience_score: z.number().min(0).max(100).nullable().optional(),
      ...authored,
    }),
  ),
  /** Settles a pair of the published run's `matching.ambiguous`; the next run goes by it. */
  'contributions.match': entry<{ contribution: Contribution }>()(
    z.strictObject({
      source: z.string().min(1).max(100),
      film: z.string().min(1).max(500),
      candidate: z.string().min(1).max(500),
      /** One film, or two. */
      same: z.boolean(),
      ...authored,
    }),
  ),
  'contributions.undo': entry<{ contribution: Contribution }>()(
    z.strictObject({ id: z.string().max(100).optional(), author: authored.author }),
  ),
  'contributions.redo': entry<{ contribution: Contribution }>()(
    z.strictObject({ id: z.string().max(100).optional(), author: authored.author }),
  ),
  'contributions.export': entry<{ document: unknown }>()(z.strictObject({})),
  'contributions.import': entry<{ imported: number; already_there: number }>()(
    z.strictObject({ document: z.unknown() }),
  ),
} as const
