import type {
  CheckedParams,
  EngineEvent,
  Ingestion,
  IngestResult,
  PipelineResult,
  RunResult,
} from '../api.ts'
import { runLocal } from '../engines/index.ts'
import { CineError } from '../errors.ts'
import { type FileToLand, landFiles, listFolder } from '../ingest/index.ts'
import { kaggleArchives } from '../kaggle/index.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { withWriterLock } from '../lake/lock.ts'
import { demoFiles, refuseMixedLake } from './demo.ts'
import { type JobHandle, runJob } from './job.ts'

export interface JobContext {
  layout: LakeLayout
  signal: AbortSignal
  emit(event: EngineEvent): void
}

/** Lands files as a job of one step. One file's failure does not stop the others. */
export function ingestJob(context: JobContext, params: CheckedParams<'ingest.run'>): Promise<IngestResult> {
  return withWriterLock(context.layout, 'ingest', () =>
    runJob('ingest', ['receive'], context.emit, async (job) => ({
      ingestions: await receive(context, job, await requestedFiles(context, job, params)),
    })),
  )
}

/** Transforms what has landed and publishes it. */
export function etlJob(context: JobContext, params: CheckedParams<'etl.run'>): Promise<RunResult> {
  return withWriterLock(context.layout, 'etl', () =>
    runJob('etl', ['verify', 'transform', 'publish'], context.emit, (job) =>
      transform(context, job, 'etl', params),
    ),
  )
}

/** Ingest, then transform. Files that failed are in the result; it stops only when every one did. */
export function pipelineJob(
  context: JobContext,
  params: CheckedParams<'pipeline.run'>,
): Promise<PipelineResult> {
  const steps = ['receive', 'verify', 'transform', 'publish'] as const
  return withWriterLock(context.layout, 'pipeline', () =>
    runJob('pipeline', steps, context.emit, async (job) => {
      if (params.demo) await refuseMixedLake(context.layout)
      const files = params.demo
        ? (await demoFiles()).map((path) => ({ path }))
        : await requestedFiles(context, job, params, false)
      const ingestions = await receive(context, job, files)
      refuseIfLost(ingestions)
      return { ingestions, run: await transform(context, job, 'pipeline', params) }
    }),
  )
}

export async function requestedFiles(
  context: JobContext,
  job: JobHandle,
  params: Pick<CheckedParams<'ingest.run'>, 'files' | 'from' | 'kaggle'>,
  required = true,
): Promise<FileToLand[]> {
  const found = params.from === undefined ? [] : await listFolder(params.from)
  const { signal, layout } = context
  const archives = await kaggleArchives(layout, params.kaggle, { signal, log: job.log })
  const named: FileToLand[] = [...params.files, ...found.map((path) => ({ path }))]
  // The tables of one archive may have been chosen one by one: it is read once all the same.
  const files = new Map(named.map((file) => [JSON.stringify([file.path, file.source]), file]))
  if (required && files.size + archives.length === 0) {
    throw new CineError('USAGE', 'Nothing to ingest was named.', {
      hint: 'Name files (SOURCE=PATH or PATH), a folder (--from DIR) or a dataset (--kaggle OWNER/DATASET).',
    })
  }
  return [...files.values(), ...archives]
}

export async function receive(
  context: JobContext,
  job: JobHandle,
  files: readonly FileToLand[],
): Promise<Ingestion[]> {
  job.step('receive', { state: 'running', progress: 0 })
  const ingestions = await landFiles(context.layout, files, {
    signal: context.signal,
    onProgress: ({ item, share, file, rows }) =>
      job.step('receive', { progress: Math.min(1, (item + share) / files.length), rows, message: file }),
  })
  const landed = ingestions.filter((each) => each.status === 'completed')
  const failed = ingestions.filter((each) => each.status === 'failed')
  const allFailed = failed.length > 0 && failed.length === ingestions.length
  job.step('receive', {
    state: allFailed ? 'failed' : landed.length > 0 ? 'done' : 'unchanged',
    progress: 1,
    rows: ingestions.reduce((sum, each) => sum + (each.rows ?? 0), 0),
    message: failed[0]?.error ?? null,
  })
  return ingestions
}

/** What is no fault of a file: the next one would fail too, and a run would lack what could not come in. */
const OF_THE_LAKE = ['DISK_FULL', 'READ_ONLY', 'FILE_TOO_LARGE']

/** A run over what landed earlier would look like a success of files that never came in. */
export function refuseIfLost(ingestions: Ingestion[]): void {
  const failed = ingestions.filter((each) => each.status === 'failed')
  const ofLake = failed.find((each) => OF_THE_LAKE.includes(each.error_code ?? ''))
  const first = ofLake ?? (failed.length === ingestions.length ? failed[0] : undefined)
  if (!first) return
  throw new CineError(first.error_code ?? 'INGEST_FAILED', first.error ?? 'No file could be landed.', {
    ...(first.hint ? { hint: first.hint } : {}),
    details: { ingestions },
  })
}

async function transform(
  context: JobContext,
  job: JobHandle,
  verb: string,
  options: { n_rows?: number | undefined; force: boolean },
): Promise<RunResult> {
  const result = await runLocal(context.layout, {
    verb,
    ...(options.n_rows === undefined ? {} : { n_rows: options.n_rows }),
    force: options.force,
    signal: context.signal,
    onStep: (key, patch) => job.step(key, patch),
  })
  if (result.status === 'published') context.emit({ type: 'published', run_id: result.run_id })
  return result
}
