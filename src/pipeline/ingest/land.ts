import { randomUUID } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Ingestion, IngestionRecord } from '../api.ts'
import { isCancelled, throwIfCancelled, toCineError } from '../errors.ts'
import { makeFolder } from '../lake/atomic.ts'
import type { LandedFile } from '../lake/landed.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { prepareLake } from '../lake/skeleton.ts'
import { type SourceSpec, sourceById, sourcesOf } from '../sources/index.ts'
import { type Content, openContents } from './content/content.ts'
import { appendHistory } from './history.ts'
import { scanRaw } from './markers.ts'
import { publishLanding } from './publish.ts'
import { type Findings, stageFile } from './stage.ts'

export interface FileToLand {
  path: string
  /** A source id; recognised from the header when left out. */
  source?: string | undefined
  /** Brings it to `path` first, and tells which share of it has come. */
  bring?(onProgress: (share: number) => void): Promise<void>
  /** What to do with it at the end, landed or not. */
  remove?(): Promise<void>
}

export interface LandingProgress {
  /** Which of the files asked for, from 0, and how much of the work on it is done, 0–1. */
  item: number
  share: number
  file: string
  /** Of the file as it lies on the disk, compressed or not. */
  bytes_read: number
  bytes_total: number
  rows: number
}

export interface LandOptions {
  signal?: AbortSignal | undefined
  onProgress?(progress: LandingProgress): void
}

const STAGING = 'landing-'

/**
 * Lands files in `raw/`, one after another: each one whole with its marker, or not at all. One failure does
 * not stop the others. Every attempt becomes a row of the history. The caller holds the writer's lock.
 * Throws `CANCELLED` (what was landed before stays), and what the system says of the lake itself.
 */
export async function landFiles(
  layout: LakeLayout,
  files: readonly FileToLand[],
  options: LandOptions = {},
): Promise<Ingestion[]> {
  await removeLeftovers(layout)
  const { landed } = await scanRaw(layout)
  const specs = await sourcesOf(layout)
  const staging = join(layout.tmp, `${STAGING}${randomUUID()}`)
  await makeFolder(staging)
  const ingestions: Ingestion[] = []
  const records: IngestionRecord[] = []
  try {
    for (const [item, file] of files.entries()) {
      const tell = (progress: Told) => options.onProgress?.({ item, ...progress })
      throwIfCancelled(options.signal)
      let started_at = new Date().toISOString()
      for await (const { ingestion, cancellation } of attempts(
        layout,
        file,
        staging,
        { landed, specs },
        { ...options, tell },
      )) {
        records.push(toRecord(ingestion, started_at))
        if (cancellation) throw cancellation
        ingestions.push(ingestion)
        started_at = new Date().toISOString()
      }
    }
  } finally {
    await rm(staging, { recursive: true, force: true })
    if (records.length > 0) await appendHistory(layout, records, landed)
  }
  return ingestions
}

interface Attempt {
  ingestion: Ingestion
  cancellation?: Error
}

type Told = Omit<LandingProgress, 'item'>

interface AttemptOptions extends LandOptions {
  tell(progress: Told): void
}

/** What a landing is compared with; it grows as files land. */
interface Known {
  landed: LandedFile[]
  specs: readonly SourceSpec[]
}

/** One attempt for each table of a file: an archive may hold many. */
async function* attempts(
  layout: LakeLayout,
  { path, source, bring, remove }: FileToLand,
  staging: string,
  known: Known,
  options: AttemptOptions,
): AsyncGenerator<Attempt> {
  const file = basename(path)
  // Bringing a file is half of the work.
  const half = { ...options, tell: (told: Told) => options.tell({ ...told, share: (1 + told.share) / 2 }) }
  try {
    const specs = source === undefined ? known.specs : [sourceById(source, known.specs)]
    await bring?.((share) => options.tell({ file, share: share / 2, bytes_read: 0, bytes_total: 0, rows: 0 }))
    for await (const content of openContents(path, options.signal)) {
      const folder = join(staging, randomUUID())
      const how = bring ? half : options
      yield await landContent(layout, content, folder, { ...known, specs }, noFindings(source), how)
    }
  } catch (thrown) {
    yield failed(file, noFindings(source), thrown)
  } finally {
    await remove?.()
  }
}

async function landContent(
  layout: LakeLayout,
  content: Content,
  folder: string,
  { landed, specs }: Known,
  findings: Findings,
  options: AttemptOptions,
): Promise<Attempt> {
  const { file, bytes_total } = content
  try {
    const onChunk = (rows: number) => {
      const bytes_read = content.bytesRead()
      const share = bytes_total > 0 ? Math.min(1, bytes_read / bytes_total) : 1
      options.tell({ file, share, bytes_read, bytes_total, rows })
    }
    const marker = await stageFile(content, folder, { specs, findings, onChunk })
    const same = landed.find((each) => each.source === marker.source && each.sha256 === marker.sha256)
    if (same) return { ingestion: toIngestion(file, 'unchanged', findings, same.lake_path) }

    throwIfCancelled(options.signal)
    const lake_path = `raw/${marker.source}/${await publishLanding(layout, folder, marker.source)}/${marker.file}`
    landed.push({ ...marker, path: join(layout.root, lake_path), lake_path })
    return { ingestion: toIngestion(file, 'completed', findings, lake_path) }
  } catch (thrown) {
    return failed(file, findings, thrown)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function noFindings(source: string | undefined): Findings {
  return { source: source ?? null, sha256: null, bytes: null, rows: null, columns: null }
}

function failed(file: string, findings: Findings, thrown: unknown): Attempt {
  const { code, message, hint } = toCineError(thrown)
  const ingestion = toIngestion(file, 'failed', findings, null)
  Object.assign(ingestion, { error_code: code, error: message }, hint === null ? {} : { hint })
  return isCancelled(thrown) ? { ingestion, cancellation: thrown as Error } : { ingestion }
}

/** Removes what a killed landing left; the lock that the caller holds says that no other one runs. */
async function removeLeftovers(layout: LakeLayout): Promise<void> {
  await prepareLake(layout)
  const names = (await readdir(layout.tmp)).filter((name) => name.startsWith(STAGING))
  for (const name of names) await rm(join(layout.tmp, name), { recursive: true, force: true })
}

function toIngestion(
  file: string,
  status: Ingestion['status'],
  { source, ...content }: Findings,
  path: string | null,
): Ingestion {
  return { source, file, status, ...content, path }
}

function toRecord(ingestion: Ingestion, started_at: string): IngestionRecord {
  const { hint: _, error_code = null, error = null, ...rest } = ingestion
  return { ...rest, error_code, error, started_at, finished_at: new Date().toISOString() }
}
