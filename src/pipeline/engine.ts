/**
 * The engine: opens a lake, wires the rooms, answers the requests of `api.ts`, closes cleanly. It runs
 * inside the command line and the tests, and as a process of its own behind the window and the browser.
 */
import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import {
  api,
  type CheckedParams,
  type EngineEvent,
  type LakeInfo,
  type Method,
  type Params,
  type Result,
} from './api.ts'
import { duckVersion } from './duck/index.ts'
import { CineError, cancelled, isCancelled, toCineError } from './errors.ts'
import { landedFiles, readHistory, recogniseFiles } from './ingest/index.ts'
import { handToken } from './kaggle/index.ts'
import { type LakeLayout, lakeLayout } from './lake/layout.ts'
import { listRuns } from './lake/list-runs.ts'
import { listSources, proposeMappings, saveSource } from './mapping/index.ts'
import { qualityReport } from './quality/index.ts'
import * as query from './query/index.ts'
import * as reports from './reports/index.ts'
import { clusterHandlers } from './runs/cluster.ts'
import { Contributions } from './runs/contribute.ts'
import { demoShare } from './runs/demo.ts'
import { diagnostics } from './runs/diagnostics.ts'
import { diffRuns } from './runs/diff/diff-runs.ts'
import { etlJob, ingestJob, type JobContext, pipelineJob } from './runs/pipeline.ts'
import { pruneRuns } from './runs/prune.ts'
import { publishRun } from './runs/publish-run.ts'
import { PublishedRun } from './runs/published.ts'
import { changeSettings, settingsInfo } from './runs/settings.ts'
import { showRun } from './runs/show.ts'
import { sparkCommand, sparkJob } from './runs/spark.ts'
import { sparkPipelineJob } from './runs/spark-pipeline.ts'
import { sourcesOf } from './sources/index.ts'
import { listViews, removeView, saveView } from './views/index.ts'

export interface Engine {
  readonly lake: string
  /** Checks the parameters with the entry's schema, then answers. Rejects with a `CineError`. */
  request<M extends Method>(
    method: M,
    params: Params<M>,
    options?: { signal?: AbortSignal },
  ): Promise<Result<M>>
  subscribe(listener: (event: EngineEvent) => void): () => void
  /** Cancels what runs, waits for it to end, releases files and memory. */
  close(): Promise<void>
}

type Handlers = {
  [M in Method]: (params: CheckedParams<M>, context: JobContext) => Promise<Result<M>>
}

export async function openEngine(options: { lake: string }): Promise<Engine> {
  const layout = lakeLayout(options.lake)
  const listeners = new Set<(event: EngineEvent) => void>()
  const emit = (event: EngineEvent) => {
    for (const listener of listeners) listener(event)
  }
  const published = new PublishedRun(layout)
  const contributions = new Contributions(layout, published, emit)
  const handlers = createHandlers(layout, published, contributions)
  const closing = new AbortController()
  const open = new Set<Promise<unknown>>()

  const request: Engine['request'] = async (method, params, { signal } = {}) => {
    if (closing.signal.aborted) throw cancelled()
    const checked = checkParams(method, params)
    const context = { layout, emit, signal: AbortSignal.any([closing.signal, ...(signal ? [signal] : [])]) }
    const answer = handlers[method](checked, context).catch((error: unknown) => {
      // Whatever an interrupted library throws, an aborted request was cancelled.
      throw context.signal.aborted && !isCancelled(error) ? cancelled() : toCineError(error)
    })
    open.add(answer)
    try {
      return await answer
    } finally {
      open.delete(answer)
    }
  }

  return {
    lake: layout.root,
    request,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      closing.abort()
      await Promise.allSettled(open)
      await published.close()
    },
  }
}

function checkParams<M extends Method>(method: M, params: unknown): CheckedParams<M> {
  if (!Object.hasOwn(api, method)) {
    throw new CineError('UNKNOWN_REQUEST', `The engine knows no request named ${JSON.stringify(method)}.`, {
      hint: 'The window and the engine may be of different versions: install the studio again.',
    })
  }
  const parsed = api[method].params.safeParse(params)
  if (parsed.success) return parsed.data as CheckedParams<M>
  const [issue] = parsed.error.issues
  const where = issue?.path.join('.') || 'parameters'
  throw new CineError('BAD_REQUEST', `${where}: ${issue?.message ?? 'not valid'}.`, {
    hint: 'Correct the value and try again.',
    details: {
      method,
      issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    },
  })
}

function createHandlers(layout: LakeLayout, published: PublishedRun, contributions: Contributions): Handlers {
  return {
    'lake.info': () => lakeInfo(layout),
    'ingest.recognise': async ({ paths }) => ({
      files: await recogniseFiles(paths, await sourcesOf(layout)),
    }),
    'ingest.run': (params, context) => ingestJob(context, params),
    'ingest.history': async ({ limit }) => ({ ingestions: await readHistory(layout, limit) }),
    'sources.list': async () => ({ sources: await listSources(layout) }),
    'sources.propose': async ({ path, ...options }, { signal }) => ({
      tables: await proposeMappings(path, { ...options, specs: await sourcesOf(layout), signal }),
    }),
    'sources.save': ({ spec, replace }) => saveSource(layout, spec, { replace }),
    'etl.run': (params, context) => etlJob(context, params),
    'pipeline.run': (params, context) => pipelineJob(context, params),
    'spark.pipeline': (params, context) => sparkPipelineJob(context, params),
    'spark.etl': (params, context) => sparkJob(context, params),
    'spark.command': (params, context) => sparkCommand(context, params),
    'runs.list': () => listRuns(layout),
    'runs.show': (params, { signal }) => showRun(layout, params, signal),
    'runs.diff': (params, { signal }) => diffRuns(layout, params, signal),
    'runs.publish': (params, context) => publishRun(context, params),
    'runs.prune': (params, context) => pruneRuns(context, params),
    'quality.get': (params, { signal }) => qualityReport(layout, params, signal),
    'films.page': (params, { signal }) => published.use((run) => query.filmsPage(run, params, signal)),
    'films.get': (params, { signal }) => published.use((run) => query.filmDetail(run, params, signal)),
    'films.counts': (params, { signal }) => published.use((run) => query.filmCounts(run, params, signal)),
    'films.facets': (params, { signal }) => published.use((run) => query.facets(run, params, signal)),
    'films.columns': (params, { signal }) =>
      published.use((run) => query.columnSummaries(run, params, signal)),
    'films.export': (params, { signal }) => published.use((run) => query.exportFilms(run, params, signal)),
    'reviews.export': (params, { signal }) =>
      published.use((run) => query.exportReviews(run, params, signal)),
    'reviews.page': (params, { signal }) => published.use((run) => query.reviewsPage(run, params, signal)),
    'report.correlation': (params, { signal }) =>
      published.use((run) => reports.correlation(run, params, signal)),
    'report.timeline': (params, { signal }) => published.use((run) => reports.timeline(run, params, signal)),
    'report.genres': (params, { signal }) => published.use((run) => reports.genres(run, params, signal)),
    'report.talents': (params, { signal }) => published.use((run) => reports.talents(run, params, signal)),
    'contributions.list': () => contributions.list(),
    'contributions.score': (params) => contributions.score(params),
    'contributions.review': (params) => contributions.review(params),
    'contributions.film': (params) => contributions.film(params),
    'contributions.match': (params) => contributions.match(params),
    'contributions.undo': (params) => contributions.undo(params),
    'contributions.redo': (params) => contributions.redo(params),
    'contributions.export': () => contributions.export(),
    'contributions.import': (params) => contributions.import(params),
    'kaggle.token': async ({ token }) => {
      handToken(token)
      return {}
    },
    'settings.get': () => settingsInfo(),
    'settings.set': (params) => changeSettings(params, published),
    'views.list': async () => ({ views: await listViews(layout) }),
    'views.save': async (params) => ({ views: await saveView(layout, params) }),
    'views.remove': async ({ name }) => ({ views: await removeView(layout, name) }),
    'diagnostics.get': () => diagnostics(layout),
    'sql.schema': () => query.sqlSchema(layout),
    ...clusterHandlers,
    'sql.query': (params, { signal }) => query.sqlQuery(layout, { ...params, signal }),
  }
}

async function lakeInfo(layout: LakeLayout): Promise<LakeInfo> {
  const exists = await access(layout.root).then(
    () => true,
    () => false,
  )
  const { runs, problem } = exists ? await listRuns(layout) : { runs: [], problem: null }
  const landed = exists ? await landedFiles(layout) : []
  return {
    path: layout.root,
    name: basename(layout.root),
    published: runs.find((run) => run.current) ?? null,
    problem,
    landed_sources: [...new Set(landed.map((file) => file.source))].sort(),
    is_demo: exists && (await demoShare(layout)) === 'all',
    engine: {
      version: packageJson.version,
      duckdb: duckVersion(),
      node: process.versions.node,
      pid: process.pid,
      rss_bytes: process.memoryUsage.rss(),
    },
  }
}
