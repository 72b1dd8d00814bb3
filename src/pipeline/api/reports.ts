/** The four reports. */
import { z } from 'zod'
import { entry } from './entry.ts'
import { filtersSchema } from './filters.ts'

const reportShape = { filters: filtersSchema.optional() }

/** What every report says of itself. `filtered` films pass the filters; `left_out` of them lack a value. */
export interface ReportBase {
  run_id: string
  filtered: number
  left_out: number
  /** Of the filtered films, those with a value that people corrected. */
  contributed: number
}

export interface CorrelationReport extends ReportBase {
  /** Films with both scores: the population of every figure below. x = imdb_rating, y = tomato_meter. */
  n: number
  pearson_r: number | null
  r2: number | null
  slope: number | null
  intercept: number | null
  /** |externally studentised residual| > 3, largest first. */
  outliers: {
    film_id: string
    title: string | null
    year: number | null
    imdb_rating: number
    tomato_meter: number
    studentised_residual: number
  }[]
  /** Split at the thresholds; `n` films of the quadrant, median over those with a box office. */
  revenue_by_quadrant: {
    quadrant: 'both_high' | 'critics_only' | 'audience_only' | 'both_low'
    n: number
    n_with_box_office: number
    median_box_office_usd: number | null
  }[]
  thresholds: { imdb_rating: number | null; tomato_meter: number | null }
  /** Only with `chart: true`: what to draw, at most 2,000 marks. */
  chart?: CorrelationChart
}

export interface CorrelationChart {
  kind: 'points' | 'density'
  points: {
    film_id: string
    title: string | null
    year: number | null
    imdb_rating: number
    tomato_meter: number
    box_office_usd: number | null
    /** People corrected a value of it. */
    contributed: boolean
  }[]
  /** Cells [x0, x0+dx) × [y0, y0+dy), those with films. */
  cells: { x: number; y: number; n: number }[]
  cell_size: { dx: number; dy: number }
  /** 95 % confidence band of the mean response, along x. */
  band: { x: number; y: number; low: number; high: number }[]
}

export interface TimelineReport extends ReportBase {
  by: 'year' | 'decade'
  buckets: {
    /** The year, or the first year of the decade. */
    year: number
    films: number
    films_with_box_office: number
    /** Null when no film of the bucket has one. */
    box_office_usd: number | null
    mean_imdb_rating: number | null
    /** Of its films, those whose box office people corrected. */
    contributed: number
  }[]
  without_box_office: number
}

export interface GenresReport extends ReportBase {
  /** Sorted by median, longest first. A film counts once in each of its genres. */
  genres: {
    genre: string
    /** Films of the genre with a known running time: the population of the box. */
    n: number
    min: number
    q1: number
    median: number
    q3: number
    max: number
    /** The outermost values within 1.5 × (q3 − q1) of the box (Tukey). */
    whisker_low: number
    whisker_high: number
    /** How many lie beyond the whiskers. */
    outliers: number
    median_box_office_usd: number | null
    median_revenue_per_minute: number | null
    /** Of its films, those whose box office people corrected. */
    contributed: number
  }[]
  /** Only with `chart: true`: outliers to draw, the farthest first, at most 40 a genre. */
  outlier_films?: { genre: string; film_id: string; title: string | null; runtime_minutes: number }[]
}

export type Role = 'actor' | 'director' | 'writer'

export interface TalentsReport extends ReportBase {
  /** The top N of each asked role, by box office. */
  talents: {
    person_id: string
    name: string
    role: Role
    films: number
    /** Sum over the films that have one; null when none has. */
    box_office_usd: number | null
    mean_imdb_rating: number | null
    /** Σ box office / Σ minutes over the films that have both. */
    revenue_per_minute: number | null
    /** Of the films, those whose box office people corrected. */
    contributed: number
    by_year: { year: number; films: number; box_office_usd: number | null }[]
  }[]
}

export const reportsApi = {
  'report.correlation': entry<CorrelationReport>()(
    z.strictObject({ ...reportShape, chart: z.boolean().default(false) }),
  ),
  'report.timeline': entry<TimelineReport>()(
    z.strictObject({ ...reportShape, by: z.enum(['year', 'decade']).default('year') }),
  ),
  'report.genres': entry<GenresReport>()(
    z.strictObject({ ...reportShape, chart: z.boolean().default(false) }),
  ),
  'report.talents': entry<TalentsReport>()(
    z.strictObject({
      ...reportShape,
      role: z.enum(['actor', 'director', 'writer']).optional(),
      min_films: z.int().min(1).max(1000).default(1),
      top: z.int().min(1).max(1000).default(20),
    }),
  ),
} as const
