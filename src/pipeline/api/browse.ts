/** The published films and reviews, by page. */
import { z } from 'zod'
import type { EditableColumn } from './contributions.ts'
import { entry } from './entry.ts'
import { filtersSchema, pageShape, personShape, reviewShape } from './filters.ts'

/** A row of the curated `films` table (columns and units in `lake/schema.ts`). */
export interface Film {
  film_id: string
  rt_id: string | null
  imdb_id: string | null
  title: string | null
  title_normalised: string | null
  year: number | null
  genres: string[] | null
  primary_genre: string | null
  runtime_minutes: number | null
  audience_score: number | null
  tomato_meter: number | null
  imdb_rating: number | null
  imdb_votes: number | null
  metascore: number | null
  box_office_usd: number | null
  revenue_per_minute: number | null
  rt_director: string[] | null
  rt_writer: string[] | null
  imdb_director: string[] | null
  imdb_writer: string[] | null
  actors: string[] | null
  language: string | null
  country: string | null
  rt_release_date: string | null
  rt_streaming_date: string | null
  /** `hand`: somebody settled it. */
  match_method: 'url' | 'title_year' | 'hand' | 'none'
  match_score: number | null
  sources: string[]
  /** Which of its values people corrected; null when none. */
  contributed: EditableColumn[] | null
}

export interface Review {
  /** What its film is called, and its year; only when asked for (`with_film`). */
  film_title?: string | null
  film_year?: number | null
  review_id: string
  film_id: string | null
  orphan_reason: string | null
  rt_id: string | null
  critic_name: string | null
  publication_name: string | null
  is_top_critic: boolean | null
  score_raw: string | null
  score_ratio: number | null
  score_scale: string | null
  score_sentiment: string | null
  sentiment: 'positive' | 'negative' | null
  review_text: string | null
  review_url: string | null
  created_at: string | null
  origin: 'source' | 'contribution'
}

export interface Page<Row> {
  total: number
  rows: Row[]
}

export interface FilmDetail {
  film: Film
  /** For each known value, by its column: the source that told it; of a run that did not note it, all that can have. */
  told_by: Record<string, string[]>
  people: { person_id: string; name: string; role: 'actor' | 'director' | 'writer'; source: string }[]
  reviews: {
    total: number
    positive: number
    negative: number
    top_critic: number
    /** Those whose score could be read as a ratio: what the mean is of. */
    scored: number
    mean_score_ratio: number | null
  }
}

export interface FilmCounts {
  /** Films that pass all the filters, of all films. */
  n: number
  total: number
  /** Films that the active filters leave out only because a value is unknown, whatever the switch says. */
  unknown: number
  /** Of the whole lake. `max_imdb` is null when no rating is known. */
  bounds: { min_year: number | null; max_year: number | null; max_imdb: number | null }
}

/** What stands behind the filter bar. Each histogram counts the films that pass the *other* filters, so
 * that it shows what moving its own control would give. */
export interface Facets extends FilmCounts {
  years: { year: number; n: number }[]
  genres: { genre: string; n: number }[]
  /** Bins of 0.5 from `from`, e.g. 7.5 counts [7.5, 8.0); the last one includes 10. */
  imdb: { from: number; n: number }[]
}

/** What stands over a column of the table, for the films that are shown. `known + unknown` is their number. */
export type ColumnSummary = { column: string; known: number; unknown: number } & (
  | {
      /** `date`: the figures are years. */
      kind: 'number' | 'date'
      /** Null when no value is known. */
      min: number | null
      max: number | null
      /** [from, to) each, in order and without a gap; the last one includes its `to`. The first and the last
       * reach as far as the rarest values do: they may be wider than the others. */
      bins: { from: number; to: number; n: number }[]
    }
  | {
      kind: 'values'
      /** Different values; of a list column, different items. */
      distinct: number
      /** The most frequent, at most five. A film counts once for each item of its list. */
      top: { value: string; n: number }[]
    }
)

export const browseApi = {
  'films.page': entry<Page<Film>>()(
    z.strictObject({
      ...pageShape,
      film_id: z.string().optional(),
      ...personShape,
    }),
  ),
  'films.get': entry<FilmDetail>()(z.strictObject({ film_id: z.string().min(1) })),
  /** What is seen of the filters while none of their controls is open. */
  'films.counts': entry<FilmCounts>()(z.strictObject({ filters: filtersSchema.optional() })),
  'films.facets': entry<Facets>()(z.strictObject({ filters: filtersSchema.optional() })),
  'films.columns': entry<{ columns: ColumnSummary[] }>()(
    z.strictObject({
      filters: filtersSchema.optional(),
      search: z.string().max(500).optional(),
      /** Of the films table. */
      columns: z.array(z.string().max(100)).min(1).max(100),
    }),
  ),
  'reviews.page': entry<Page<Review>>()(
    z.strictObject({
      ...pageShape,
      film_id: z.string().optional(),
      ...reviewShape,
      /** Adds `film_title` and `film_year` to the rows; they can be sorted by either way. */
      with_film: z.boolean().optional(),
    }),
  ),
} as const
