/**
 * The contract: every request the engine answers (its zod input, its result type) and every event it
 * sends. The one file that both sides read: transports carry it without knowing its entries, the window
 * imports its types only, and the `--json` output of `cine` is these results.
 *
 * Units: money in US dollars, running time in minutes, `imdb_rating` 0–10, `tomato_meter`,
 * `audience_score` and `metascore` 0–100, times as ISO 8601 UTC. Unknown is `null`, never 0.
 */
import { z } from 'zod'
import {
  type ClusterStatus,
  type ClusterStepKey,
  type ClusterVerb,
  clusterApi,
  startOptions,
} from './api-cluster.ts'
import { entry } from './api-entry.ts'
import type { ErrorPayload } from './errors.ts'

export type * from './api-cluster.ts'

// ---------------------------------------------------------------------------------------------- filters

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

const pageShape = {
  filters: filtersSchema.optional(),
  search: z.string().max(500).optional(),
  /** `column` or `column:desc`; nulls come last either way. */
  sort: z.string().max(100).optional(),
  limit: z.int().min(0).max(MAX_ROWS).default(100),
  offset: z.int().min(0).default(0),
}

const reviewShape = {
  sentiment: z.enum(['positive', 'negative']).optional(),
  top_critic: z.boolean().optional(),
}

/** Films in which this person had a part: any, or this one. */
const personShape = {
  person_id: z.string().max(500).optional(),
  role: z.enum(['actor', 'director', 'writer']).optional(),
}

// --------------------------------------------------------------------------------------------- the lake

export interface LakeInfo {
  path: string
  name: string
  /** The published run, or null when nothing has been published yet. */
  published: RunSummary | null
  /** Why it cannot be told which run is published; null when it can. */
  problem: ErrorPayload | null
  landed_sources: string[]
  /** True when everything in the lake comes from the shipped demo, whose reviews are made up. */
  is_demo: boolean
  engine: { version: string; duckdb: string; node: string; pid: number; rss_bytes: number }
}

// ---------------------------------------------------------------------------------------------- ingestion

const sourceFileSchema = z.strictObject({
  path: z.string().min(1),
  /** A source id such as `rt_movies`; recognised from the header when left out. */
  source: z.string().max(100).optional(),
})

export interface Ingestion {
  source: string | null
  file: string
  status: 'completed' | 'unchanged' | 'failed'
  /** Of the content as landed, that is unpacked; null when it could not be read. */
  sha256: string | null
  bytes: number | null
  rows: number | null
  columns: number | null
  /** Where it landed (or had already landed), relative to the lake; null on failure. */
  path: string | null
  error_code?: string
  error?: string
  hint?: string
}

export interface IngestResult {
  ingestions: Ingestion[]
}

/** One row of `metadata/ingestions.parquet`: an attempt to land a file, failed ones included. */
export interface IngestionRecord {
  source: string | null
  file: string
  path: string | null
  sha256: string | null
  bytes: number | null
  rows: number | null
  columns: number | null
  status: Ingestion['status']
  error_code: string | null
  error: string | null
  started_at: string
  finished_at: string
}

/** What a file looks like before it is landed. */
export interface Recognition {
  path: string
  file: string
  /** Null when no known layout fits; then `error` says which were nearest and what is missing. */
  source: string | null
  score: number
  encoding: string
  delimiter: string
  /** What the file is packed with; each table of a ZIP archive has a recognition of its own. */
  compression: 'none' | 'gzip' | 'zstd' | 'zip'
  columns: string[]
  preview: string[][]
  error: ErrorPayload | null
}

// ------------------------------------------------------------------------------------------------- sources

export type SourceRole = 'films' | 'reviews' | 'ratings' | 'money' | 'people'
export type FilmReference = 'imdb_id' | 'rt_id' | 'own_id' | 'title_year'

/** A layout as data; the whole format is in docs/sources.md. */
export interface Source {
  id: string
  title: string
  role: SourceRole
  /** How a record says which film it is of. */
  film: FilmReference
  films_of?: string | undefined
  keys: string[]
  fields: {
    name: string
    aliases: string[]
    required: boolean
    means?: string | undefined
    unit?: string | undefined
  }[]
}

/** What a column may mean. */
export interface ColumnProposal {
  column: string
  /** From 0. */
  index: number
  /** One of the meanings of docs/sources.md, or null when it is left aside. */
  means: string | null
  /** How it is written; the first unit of the meaning is the usual one. */
  unit: string | null
  /** 0–1. */
  confidence: number
  by: 'name' | 'values' | 'name and values' | 'you' | null
  /** What else it may mean, the likeliest first. */
  alternatives: { means: string; unit: string; confidence: number }[]
  /** Share of the records in which it has a value. */
  filled: number
  samples: string[]
}

/** What the columns of a table may mean, and the specification that follows. */
export interface MappingProposal {
  path: string
  file: string
  encoding: string
  delimiter: string
  /** That were read for it. */
  records: number
  /** The source that its header is recognised as already, or null. */
  known: string | null
  role: SourceRole
  film: FilmReference | null
  keys: string[]
  columns: ColumnProposal[]
  /** Null when `problem` says what is missing. */
  spec: Source | null
  problem: string | null
}

const roleSchema = z.enum(['films', 'reviews', 'ratings', 'money', 'people'])
const filmReferenceSchema = z.enum(['imdb_id', 'rt_id', 'own_id', 'title_year'])

// --------------------------------------------------------------------------------------------------- runs

export type StepKey = 'receive' | 'verify' | 'transform' | 'publish'
export type StepState = 'waiting' | 'running' | 'done' | 'unchanged' | 'failed' | 'cancelled'

export interface Step {
  key: StepKey | ClusterStepKey
  state: StepState
  /** 0–1, or null while it cannot be told. */
  progress: number | null
  rows: number | null
  seconds: number | null
  message: string | null
}

/** Rows of one source through a run: `rows_in = rows_out + rejected + merged`. */
export interface BalanceLine {
  source: string
  rows_in: number
  rows_out: number
  rejected: number
  merged: number
}

export interface TableCounts {
  films: { rows: number }
  reviews: { rows: number }
  people: { rows: number }
  rejects: { rows: number }
}

/** What runs the transform: DuckDB in this process, or a Spark. The result is the same. */
export type EngineName = 'local' | 'spark'

export interface RunResult {
  run_id: string
  /** `unchanged`: the same inputs, rules and options were already published as `run_id`. */
  status: 'published' | 'unchanged'
  engine: EngineName
  tables: TableCounts
  balance: BalanceLine[]
  /** What the checks of the result noted; errors would have stopped it. */
  warnings: Check[]
  /** What a run that had stopped before had finished, so that it was not done again: a whole step, or the
   * clean copies of the files named. */
  reused: { step: StepKey; files: string[] }[]
  seconds: number
  peak_rss_bytes: number
}

/** A run on Spark. */
export interface SparkRunResult extends RunResult {
  /** Spark's own name of the job, `application_…` on YARN; null when nothing was to be done. */
  application_id: string | null
}

/** As `PipelineResult`, on the cluster. */
export interface SparkPipelineResult {
  ingestions: Ingestion[]
  run: RunResult
  application_id: string | null
}

/** What hands a run to Spark by hand. */
export interface SparkCommand {
  /** The program and its arguments. */
  command: string[]
  /** What it must find in its environment. */
  environment: Record<string, string>
  /** The address of the plan that it carries out. */
  plan: string
  /** The addresses that it writes the tables to. */
  outputs: Record<string, string>
}

/** How a run's result, or a part of it, is: what the checks before every publication said. */
export interface Check {
  /** Stable, such as `FILM_ID_REPEATED`. */
  code: string
  /** An error stops publication; a warning is noted. */
  level: 'ok' | 'warning' | 'error'
  table: 'films' | 'reviews' | 'people' | 'rejects' | null
  /** The column, or the source of a check by source. */
  column: string | null
  /** What was measured, in the unit that the message says; null when it was not. */
  value: number | null
  message: string
}

export interface RunSummary {
  run_id: string
  engine: EngineName
  published_at: string
  /** When it was published again after another one had been. */
  republished_at: string | null
  current: boolean
  /** Since when its tables are not kept any more (`runs.prune`). */
  pruned_at: string | null
  seconds: number
  /** Set when the run read only the first N rows of each file. */
  n_rows: number | null
  tables: TableCounts
  /** Of its tables' files. */
  bytes: number
  /** How many checks warned. */
  warnings: number
  balance: BalanceLine[]
  inputs: { source: string; path: string; sha256: string; rows: number }[]
}

/** A run that did not publish, so that the history shows it too. */
export interface FailedRun {
  run_id: string
  verb: string
  state: 'failed' | 'cancelled' | 'interrupted'
  started_at: string
  seconds: number | null
  error: ErrorPayload | null
  steps: Step[]
  /** The step at which the same command goes on, when what it read has not changed; null: from its beginning. */
  resumes_at: StepKey | null
}

export interface RunList {
  runs: RunSummary[]
  unpublished: FailedRun[]
  /** Why it cannot be told which run is published; null when it can. */
  problem: ErrorPayload | null
}

/** A run by its id, the beginning of its id, `current`, or `previous`: the latest before the current one that is
 * whole. */
const runName = z.string().min(1).max(100)

export interface RunFile {
  table: TableDiff['table']
  path: string
  rows: number
  bytes: number
  sha256: string
  state: FileState
  /** In words, such as `is missing`; null when it is as it should be. */
  problem: string | null
}

/** Everything that is known of a run, published or not. */
export interface RunDetail {
  run_id: string
  state: 'published' | FailedRun['state'] | 'running'
  current: boolean
  /** Null for a run whose own record is lost. */
  verb: string | null
  started_at: string | null
  error: ErrorPayload | null
  steps: Step[]
  /** Null for a run that was not published. */
  published: RunSummary | null
  rules_version: string | null
  fingerprint: string | null
  /** Of its tables; none when they are not kept. */
  files: RunFile[]
  /** False when a file is not as it was published; null when there is none. */
  whole: boolean | null
  checks: Check[]
  /** The run that it was checked against. */
  compared_with: string | null
}

/** What a table of run `b` has, against that of run `a`. */
export interface TableDiff {
  table: 'films' | 'reviews' | 'people' | 'rejects'
  /** The columns that tell a row from the others. */
  key: string[]
  rows_a: number
  rows_b: number
  added: number
  removed: number
  /** Rows of both, at least one value of which is another. */
  changed: number
  unchanged: number
  /** Columns that one of the two lacks, or that are of another type. */
  schema: { column: string; type_a: string | null; type_b: string | null }[]
  /** Columns of both whose values changed, in how many rows; unknown is a value like any other. */
  columns: { column: string; changed: number }[]
  /** The first few by key. */
  samples: {
    added: Record<string, unknown>[]
    removed: Record<string, unknown>[]
    changed: { key: Record<string, unknown>; values: { column: string; a: unknown; b: unknown }[] }[]
  }
}

export interface RunDiff {
  a: string
  b: string
  /** Every table has the same rows with the same values. */
  same: boolean
  /** The rules or the layouts are others: the same files may give other tables. */
  rules_changed: boolean
  n_rows: { a: number | null; b: number | null }
  tables: TableDiff[]
  balance: { source: string; a: BalanceLine | null; b: BalanceLine | null }[]
  inputs: { source: string; path: string; sha256: string; in: 'a' | 'b' | 'both' }[]
}

/** How a table is filled, column by column. */
export interface Completeness {
  table: TableDiff['table']
  rows: number
  columns: {
    column: string
    /** Rows without a value. */
    nulls: number
    /** Of the table's rows, 0–1; null when it has none. */
    share: number | null
    /** The same of the run that it was checked against; null when that is not known. */
    previous_share: number | null
  }[]
}

/** What is known of a run's quality. */
export interface QualityReport {
  run_id: string
  compared_with: string | null
  balance: BalanceLine[]
  /** All of them, also those that hold. */
  checks: Check[]
  completeness: Completeness[]
  matching: {
    methods: { method: string; films: number; mean_score: number | null }[]
    /** Pairs that could not be told apart, and were not matched. */
    ambiguous: { total: number; rows: Record<string, unknown>[] }
  }
  rejects: {
    by_reason: { source: string; reason: string; rows: number }[]
    /** Of those asked for. */
    total: number
    rows: Reject[]
  }
}

/** A record that was left out, as the file has it. */
export interface Reject {
  source: string
  file: string
  /** Relative to the lake. */
  path: string
  /** Where it begins, the header being line 1. */
  line: number
  reason: string
  detail: string | null
  /** Its text, cut when it is very long. */
  raw: string | null
}

export interface PublishedRunResult {
  run_id: string
  /** `unchanged`: it was published already. */
  status: 'published' | 'unchanged'
  /** What was published until now; null when nothing was, or when it could not be told. */
  previous_run_id: string | null
  files: number
  bytes: number
}

export interface PruneResult {
  dry_run: boolean
  kept: string[]
  removed: { run_id: string; bytes: number }[]
  freed_bytes: number
}

/** `unread`: there, in its size, not changed since it was published. `whole`: read, and its hash is right. */
export type FileState = 'whole' | 'unread' | 'missing' | 'altered' | 'unreadable'

export interface PipelineResult {
  ingestions: Ingestion[]
  run: RunResult
}

// -------------------------------------------------------------------------------------------------- pages

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
  match_method: 'url' | 'title_year' | 'none'
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
  /** For each known value, by its column: the sources that can have told it, the one believed first at the front. */
  told_by: Record<string, string[]>
  people: { person_id: string; name: string; role: 'actor' | 'director' | 'writer'; source: string }[]
  reviews: {
    total: number
    positive: number
    negative: number
    top_critic: number
    mean_score_ratio: number | null
  }
}

/** What stands behind the filter bar. Each histogram counts the films that pass the *other* filters, so
 * that it shows what moving its own control would give. */
export interface Facets {
  /** Films that pass all the filters, of all films. */
  n: number
  total: number
  years: { year: number; n: number }[]
  genres: { genre: string; n: number }[]
  /** Bins of 0.5 from `from`, e.g. 7.5 counts [7.5, 8.0); the last one includes 10. */
  imdb: { from: number; n: number }[]
  /** Films that the active filters leave out only because a value is unknown, whatever the switch says. */
  unknown: number
  bounds: { min_year: number | null; max_year: number | null }
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

// ------------------------------------------------------------------------------------------------ exports

export const EXPORT_FORMATS = ['csv', 'parquet', 'xlsx'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

const exportShape = {
  filters: filtersSchema.optional(),
  search: z.string().max(500).optional(),
  sort: z.string().max(100).optional(),
  film_id: z.string().optional(),
  /** Columns of the table, in this order; all of them when left out. */
  columns: z.array(z.string().max(100)).min(1).max(100).optional(),
  /** All rows when left out. */
  limit: z.int().min(0).optional(),
  offset: z.int().min(0).optional(),
  /** Absolute. Its extension tells the format: `.csv`, `.parquet` or `.xlsx`. A file of that name is replaced. */
  path: z.string().min(1).max(4096),
}

export interface Exported {
  path: string
  format: ExportFormat
  rows: number
  bytes: number
}

// ------------------------------------------------------------------------------------------------ reports

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

// ------------------------------------------------------------------------------------------ contributions

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

/** A line of the journal: who changed what, when, and whether it holds. */
export interface Contribution {
  id: string
  kind: 'review' | 'film'
  /** Its id in the published run, whatever it was when the contribution was made. */
  film_id: string
  film_title: string | null
  film_year: number | null
  /** False when the published run has no such film: the contribution waits. */
  film_found: boolean
  /** What was shown before; null for a review, which replaces nothing. */
  before: EditableValues | null
  after: EditableValues | ContributedReview
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

// -------------------------------------------------------------------------------------------------- views

/** Filters that somebody saved under a name, with the lake. */
export interface SavedView {
  name: string
  filters: Filters
  saved_at: string
}

const viewName = z.string().trim().min(1).max(100)

// -------------------------------------------------------------------------------------------- diagnostics

/** For a report of a fault: versions, counts, times, states and codes; nothing that a person wrote or named. */
export interface Diagnostics {
  made_at: string
  versions: { studio: string; duckdb: string; node: string }
  system: {
    platform: string
    arch: string
    release: string
    threads: number
    memory_bytes: number
    free_memory_bytes: number
    /** Of the disk that the lake is on; null when it cannot be told. */
    free_disk_bytes: number | null
    engine_rss_bytes: number
  }
  lake: {
    is_demo: boolean
    /** How many layouts somebody described for this lake; in what follows each is `own`. */
    own_sources: number
    runs: {
      published_at: string
      current: boolean
      engine: string
      seconds: number
      n_rows: number | null
      bytes: number
      warnings: number
      rows: Record<string, number>
      inputs: { source: string | null; rows: number }[]
    }[]
    unpublished: {
      state: string
      started_at: string
      seconds: number | null
      error_code: string | null
      steps: { key: string; state: string; seconds: number | null; rows: number | null }[]
    }[]
    ingestions: {
      source: string | null
      status: string
      error_code: string | null
      bytes: number | null
      rows: number | null
      columns: number | null
      started_at: string
      finished_at: string
    }[]
  }
  /** Where each setting comes from, not what it is. */
  settings: Record<string, string>
  kaggle_token: boolean
  /** Codes of what could not be read. */
  problems: string[]
}

// ---------------------------------------------------------------------------------------------------- sql

/** What a query may read: the published tables merged with contributions, and the history of ingestions. */
export interface SqlSchema {
  tables: { name: string; rows: number | null; columns: { name: string; type: string }[] }[]
}

export interface SqlResult {
  columns: { name: string; type: string }[]
  rows: Record<string, unknown>[]
  /** True when the query had more rows than the limit. */
  truncated: boolean
}

// ----------------------------------------------------------------------------------------------- settings

const hdfsFolderSchema = z
  .string()
  .max(1000)
  .regex(
    /^(hdfs:\/\/[^\s/]+)?(\/[^\s/]+)+\/?$/,
    'it is no folder such as /datalake/raw or hdfs://HOST:8020/datalake/raw',
  )

/** What may be set for a user of this machine, whatever the lake; null goes back to the default. */
const sparkMasterSchema = z
  .string()
  .max(500)
  .regex(
    /^(yarn|local(\[[\d*,]+\])?|(spark|k8s):\/\/[^\s]+)$/,
    'it is none of yarn, local[N], spark://HOST:PORT, k8s://ADDRESS',
  )
const settingsShape = {
  /** What DuckDB may hold in memory, for a run and for reading each. */
  memory_bytes: z
    .int()
    .min(256 * 2 ** 20)
    .max(2 ** 50)
    .nullable()
    .optional(),
  threads: z.int().min(1).max(1024).nullable().optional(),
  /** Folders on HDFS: `/datalake/raw`, or with the cluster they are on, `hdfs://host:8020/datalake/raw`. */
  hdfs_raw: hdfsFolderSchema.nullable().optional(),
  hdfs_curated: hdfsFolderSchema.nullable().optional(),
  spark_master: sparkMasterSchema.nullable().optional(),
}
export const settingsSchema = z.strictObject(settingsShape)
export type SettingName = keyof typeof settingsShape

export interface Setting<Value> {
  /** What holds; null: as the machine, or the cluster, has it. */
  value: Value | null
  from: 'environment' | 'saved' | 'default'
  /** What was saved here, also when the environment says otherwise. */
  saved: Value | null
  default: Value | null
  /** The variable of the environment that wins over what is saved. */
  variable: string
}

export interface SettingsInfo {
  /** The file that they are kept in. */
  path: string
  /** What of it, or of the environment, makes no sense, and is passed over. */
  problems: ErrorPayload[]
  settings: {
    memory_bytes: Setting<number>
    threads: Setting<number>
    hdfs_raw: Setting<string>
    hdfs_curated: Setting<string>
    spark_master: Setting<string>
  }
  /** What there is to be had. */
  machine: { memory_bytes: number; threads: number }
  /** Where the Kaggle token was found, never the token; null when there is none. */
  kaggle: { from: string | null; problem: ErrorPayload | null }
}

// ------------------------------------------------------------------------------------------- the contract

const runOptions = {
  /** Read only the first N rows of each file. */
  n_rows: z.int().min(1).optional(),
  /** Run even when the same inputs are already published. */
  force: z.boolean().default(false),
}

const sparkOptions = {
  ...runOptions,
  /** Else `SPARK_MASTER`, else YARN when the cluster runs, else this machine. */
  master: sparkMasterSchema.optional(),
  /** Folders on HDFS; naming one has Spark read and write there. Else `HDFS_RAW` and `HDFS_CURATED`. */
  raw_base_uri: hdfsFolderSchema.optional(),
  curated_base_uri: hdfsFolderSchema.optional(),
  /** A folder here that gets a copy of the tables. */
  local_mirror: z.string().min(1).optional(),
  /** Settings of Spark, which win over those chosen for the size of the input. */
  spark_conf: z
    .record(z.string().regex(/^spark\.[\w.-]{1,200}$/, 'it is no setting of Spark'), z.string().max(4000))
    .default({}),
  deploy_mode: z.enum(['client', 'cluster']).default('client'),
}

const ingestShape = {
  files: z.array(sourceFileSchema).max(10_000).default([]),
  /** A folder: every file in it that a header recognises is landed. */
  from: z.string().min(1).optional(),
  /** Datasets of Kaggle, `OWNER/DATASET`, to be downloaded; `default`: those of the core sources. */
  kaggle: z.array(z.string().min(1).max(500)).max(100).default([]),
}

export const api = {
  'lake.info': entry<LakeInfo>()(z.strictObject({})),
  'ingest.recognise': entry<{ files: Recognition[] }>()(
    z.strictObject({ paths: z.array(z.string().min(1)).min(1).max(1000) }),
  ),
  'ingest.run': entry<IngestResult>()(z.strictObject(ingestShape)),
  'ingest.history': entry<{ ingestions: IngestionRecord[] }>()(
    z.strictObject({ limit: z.int().min(1).max(10_000).default(200) }),
  ),
  'sources.list': entry<{ sources: (Source & { own: boolean })[] }>()(z.strictObject({})),
  'sources.propose': entry<{ tables: MappingProposal[] }>()(
    z.strictObject({
      path: z.string().min(1),
      /** Only this table of an archive. */
      table: z.string().max(2000).optional(),
      /** By column (its name, or `#3`): `title`, `runtime_minutes:hours`, or `none`. */
      set: z.record(z.string().max(10_000), z.string().max(200)).optional(),
      role: roleSchema.optional(),
      film: filmReferenceSchema.optional(),
      /** Whose numbers `own_id` are: a source of films. */
      films_of: z.string().max(60).optional(),
      id: z.string().max(60).optional(),
      title: z.string().min(1).max(200).optional(),
    }),
  ),
  'sources.save': entry<{ id: string; path: string }>()(
    z.strictObject({
      /** A `Source`; checked by the engine (`SOURCE_NOT_VALID`). */
      spec: z.record(z.string(), z.unknown()),
      /** Take the place of a source of the same id. */
      replace: z.boolean().default(false),
    }),
  ),
  'etl.run': entry<RunResult>()(z.strictObject(runOptions)),
  'pipeline.run': entry<PipelineResult>()(
    z.strictObject({
      ...ingestShape,
      ...runOptions,
      /** Ingest the shipped demo dataset; refused (`DEMO_MIXED_LAKE`) when the lake holds other data. */
      demo: z.boolean().default(false),
    }),
  ),
  /** From files to published tables on the cluster, which is started when it does not run. */
  'spark.pipeline': entry<SparkPipelineResult>()(
    z.strictObject({ ...ingestShape, ...sparkOptions, ...startOptions }),
  ),
  'spark.etl': entry<SparkRunResult>()(z.strictObject(sparkOptions)),
  /** The command of such a run, its plan written; nothing is run. */
  'spark.command': entry<SparkCommand>()(z.strictObject(sparkOptions)),
  'runs.list': entry<RunList>()(z.strictObject({})),
  'runs.show': entry<RunDetail>()(
    z.strictObject({
      run: runName,
      /** Read every file whole, instead of only those that were changed since. */
      verify: z.boolean().default(false),
    }),
  ),
  'runs.diff': entry<RunDiff>()(
    z.strictObject({ a: runName, b: runName, samples: z.int().min(0).max(100).default(5) }),
  ),
  /** Publishes an earlier run again, after reading all of its files. */
  'runs.publish': entry<PublishedRunResult>()(z.strictObject({ run: runName })),
  /** Removes the tables of all but the latest `keep` published runs; the current one is always among them. */
  'runs.prune': entry<PruneResult>()(
    z.strictObject({ keep: z.int().min(1).max(1_000_000), dry_run: z.boolean().default(false) }),
  ),
  'quality.get': entry<QualityReport>()(
    z.strictObject({
      run: runName.default('current'),
      /** Rejects of this reason, of this source only. */
      reason: z.string().min(1).max(100).optional(),
      source: z.string().min(1).max(100).optional(),
      /** How many rejects and ambiguous pairs to list, and how many rejects to skip. */
      limit: z.int().min(0).max(10_000).default(100),
      offset: z.int().min(0).default(0),
    }),
  ),
  'films.page': entry<Page<Film>>()(
    z.strictObject({
      ...pageShape,
      film_id: z.string().optional(),
      ...personShape,
    }),
  ),
  'films.get': entry<FilmDetail>()(z.strictObject({ film_id: z.string().min(1) })),
  'films.facets': entry<Facets>()(z.strictObject({ filters: filtersSchema.optional() })),
  'films.columns': entry<{ columns: ColumnSummary[] }>()(
    z.strictObject({
      filters: filtersSchema.optional(),
      search: z.string().max(500).optional(),
      /** Of the films table. */
      columns: z.array(z.string().max(100)).min(1).max(100),
    }),
  ),
  'films.export': entry<Exported>()(z.strictObject({ ...exportShape, ...personShape })),
  'reviews.page': entry<Page<Review>>()(
    z.strictObject({
      ...pageShape,
      film_id: z.string().optional(),
      ...reviewShape,
      /** Adds `film_title` and `film_year` to the rows; they can be sorted by either way. */
      with_film: z.boolean().optional(),
    }),
  ),
  'reviews.export': entry<Exported>()(z.strictObject({ ...exportShape, ...reviewShape })),
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
  /** The token that the window keeps in the system's key store, for this process only; null forgets it. */
  'kaggle.token': entry<Record<string, never>>()(
    z.strictObject({ token: z.string().min(1).max(5000).nullable() }),
  ),
  'settings.get': entry<SettingsInfo>()(z.strictObject({})),
  /** Changes what is named, and leaves the rest. */
  'settings.set': entry<SettingsInfo>()(settingsSchema),
  'views.list': entry<{ views: SavedView[] }>()(z.strictObject({})),
  /** One of the same name is replaced. */
  'views.save': entry<{ views: SavedView[] }>()(z.strictObject({ name: viewName, filters: filtersSchema })),
  'views.remove': entry<{ views: SavedView[] }>()(z.strictObject({ name: viewName })),
  'diagnostics.get': entry<Diagnostics>()(z.strictObject({})),
  'sql.schema': entry<SqlSchema>()(z.strictObject({})),
  'sql.query': entry<SqlResult>()(
    z.strictObject({
      sql: z.string().min(1).max(1_000_000),
      limit: z.int().min(1).max(MAX_ROWS).default(1000),
    }),
  ),
  ...clusterApi,
} as const

export type Api = typeof api
export type Method = keyof Api
/** What a caller passes: fields with a default may be left out. */
export type Params<M extends Method> = z.input<Api[M]['params']>
/** What a handler receives: checked, defaults filled in. */
export type CheckedParams<M extends Method> = z.output<Api[M]['params']>
export type Result<M extends Method> = NonNullable<Api[M]['result']>

// ------------------------------------------------------------------------------------------------- events

export type EngineEvent =
  /** A job (ingest, etl, pipeline) moved: the whole line of steps, at most ten a second. */
  | { type: 'job'; job: Job }
  /** Another run was published: whatever was read before is stale. */
  | { type: 'published'; run_id: string }
  /** Something was contributed, undone or redone: films and reviews that were read before are stale. */
  | { type: 'contributed' }
  /** The cluster was started, stopped or changed: how it is now. */
  | { type: 'cluster'; status: ClusterStatus }
  /** One line of a job's log. */
  | { type: 'log'; job_id: string; level: LogLevel; at: string; message: string }

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

export interface Job {
  job_id: string
  verb: 'ingest' | 'etl' | 'pipeline' | 'spark_etl' | 'spark_pipeline' | ClusterVerb
  state: 'running' | 'done' | 'failed' | 'cancelled'
  started_at: string
  seconds: number
  /** 0–1 over all steps, weighted so that it moves evenly. */
  progress: number
  steps: Step[]
  error: ErrorPayload | null
}
