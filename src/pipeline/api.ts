/**
 * The contract: every request the engine answers (its zod input, its result type) and every event it
 * sends. What both sides read: transports carry it without knowing its entries, the window imports its
 * types only, and the `--json` output of `cine` is these results. The entries of each subject, with the
 * shapes of their results, are in a file of `api/`.
 *
 * Units: money in US dollars, running time in minutes, `imdb_rating` 0–10, `tomato_meter`,
 * `audience_score` and `metascore` 0–100, times as ISO 8601 UTC. Unknown is `null`, never 0.
 */
import type { z } from 'zod'
import { browseApi } from './api/browse.ts'
import { clusterApi } from './api/cluster.ts'
import type { ClusterStatus } from './api/cluster-state.ts'
import { contributionsApi } from './api/contributions.ts'
import { diagnosticsApi } from './api/diagnostics.ts'
import { exportsApi } from './api/exports.ts'
import { ingestApi } from './api/ingest.ts'
import { lakeApi } from './api/lake.ts'
import { qualityApi } from './api/quality.ts'
import { reportsApi } from './api/reports.ts'
import { runsApi } from './api/runs.ts'
import { settingsApi } from './api/settings.ts'
import { sourcesApi } from './api/sources.ts'
import { sqlApi } from './api/sql.ts'
import type { Job, JobLogLine } from './api/steps.ts'
import { transformApi } from './api/transform.ts'
import { viewsApi } from './api/views.ts'

export type * from './api/browse.ts'
export type { clusterApi } from './api/cluster.ts'
export type * from './api/cluster-doctor.ts'
export type * from './api/cluster-hdfs.ts'
export type * from './api/cluster-state.ts'
export type * from './api/cluster-yarn.ts'
export type * from './api/contributions.ts'
export type * from './api/diagnostics.ts'
export type * from './api/exports.ts'
export { EXPORT_FORMATS } from './api/exports.ts'
export type * from './api/filters.ts'
export { filtersSchema, MAX_ROWS } from './api/filters.ts'
export type * from './api/ingest.ts'
export type * from './api/lake.ts'
export type * from './api/quality.ts'
export type * from './api/reports.ts'
export type * from './api/runs.ts'
export type * from './api/settings.ts'
export { settingsSchema, sparkMasterSchema } from './api/settings.ts'
export type * from './api/sources.ts'
export type * from './api/sql.ts'
export type * from './api/steps.ts'
export type * from './api/transform.ts'
export type * from './api/views.ts'

export const api = {
  ...lakeApi,
  ...ingestApi,
  ...sourcesApi,
  ...transformApi,
  ...runsApi,
  ...qualityApi,
  ...browseApi,
  ...exportsApi,
  ...reportsApi,
  ...contributionsApi,
  ...viewsApi,
  ...diagnosticsApi,
  ...sqlApi,
  ...settingsApi,
  ...clusterApi,
} as const

export type Api = typeof api
export type Method = keyof Api
/** What a caller passes: fields with a default may be left out. */
export type Params<M extends Method> = z.input<Api[M]['params']>
/** What a handler receives: checked, defaults filled in. */
export type CheckedParams<M extends Method> = z.output<Api[M]['params']>
export type Result<M extends Method> = NonNullable<Api[M]['result']>

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
  | ({ type: 'log' } & JobLogLine)
