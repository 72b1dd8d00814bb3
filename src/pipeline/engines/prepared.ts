import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import packageJson from '../../../package.json' with { type: 'json' }
import { type CleanCopyResult, cleanCopy, type Reject } from '../ingest/index.ts'
import { makeFolder, syncPath, writeFileAtomic } from '../lake/atomic.ts'
import type { LandedFile } from '../lake/landed.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { PREPARED_DONE, preparedFolder } from '../lake/run-folders.ts'
import { refuseLink } from '../lake/skeleton.ts'
import { type SourceSpec, sourceById } from '../sources/index.ts'
import { RejectFile, readRejects } from './reject-file.ts'

export interface PrepareOptions {
  specs: readonly SourceSpec[]
  /** Only the first N records. */
  n_rows?: number | undefined
  signal: AbortSignal
  onReject(reject: Reject): void
}

export interface Prepared extends CleanCopyResult {
  /** The clean copy. */
  path: string
  /** A run that stopped had finished it. */
  before: boolean
  /** Resolves when what makes it of use to another run is on the disk; never rejects. */
  noted: Promise<void>
}

/** Raise it when the same file would be copied or rejected in another way. */
const VERSION = 1

/**
 * The clean copy of a landed file, under a name that its content and everything that decides on the copy give:
 * when a run that stopped had finished it, it is not made again. A run that ends well removes it.
 */
export async function prepareCopy(
  layout: LakeLayout,
  landed: LandedFile,
  options: PrepareOptions,
): Promise<Prepared> {
  const folder = join(preparedFolder(layout), keyOf(landed, options))
  const path = join(folder, 'copy.csv')
  const rejectsPath = join(folder, 'rejects.jsonl')
  const done = await readDone(folder)
  if (done) {
    for await (const reject of readRejects(rejectsPath)) options.onReject(reject)
    return { path, ...done.counts, before: true, noted: Promise.resolve() }
  }

  await refuseLink(layout, preparedFolder(layout))
  await makeFolder(preparedFolder(layout))
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  const rejects = new RejectFile(rejectsPath)
  const { n_rows, specs, signal } = options
  const counts = await cleanCopy(landed, path, {
    ...(n_rows === undefined ? {} : { limit: n_rows }),
    specs,
    signal,
    onReject: (reject) => {
      rejects.add(reject)
      options.onReject(reject)
    },
  }).finally(() => rejects.close())
  // The run goes on while the disk writes: that it is finished is noted when it truly is.
  const noted = noteDone(folder, counts).catch(() => {})
  return { path, ...counts, before: false, noted }
}

/** Removes every copy: nothing stopped, or nothing is to go on. */
export async function discardPrepared(layout: LakeLayout): Promise<void> {
  await rm(preparedFolder(layout), { recursive: true, force: true })
}

function keyOf(landed: LandedFile, { specs, n_rows }: PrepareOptions): string {
  const { source, sha256, columns, delimiter, encoding } = landed
  const spec = sourceById(source, specs)
  return createHash('sha256')
    .update(
      JSON.stringify([
        VERSION,
        packageJson.version,
        sha256,
        columns,
        delimiter,
        encoding,
        spec,
        n_rows ?? null,
      ]),
    )
    .digest('hex')
    .slice(0, 32)
}

const count = z.int().min(0)
const doneSchema = z.object({
  counts: z.object({ rows_in: count, good: count, rejected: count }),
  copy_bytes: count,
  rejects_bytes: count,
})

async function noteDone(folder: string, counts: CleanCopyResult): Promise<void> {
  const [copy_bytes, rejects_bytes] = await sizes(folder)
  await syncPath(join(folder, 'copy.csv'))
  await syncPath(join(folder, 'rejects.jsonl'))
  await writeFileAtomic(
    join(folder, PREPARED_DONE),
    JSON.stringify({ counts, copy_bytes, rejects_bytes } satisfies z.infer<typeof doneSchema>),
  )
}

async function readDone(folder: string): Promise<z.infer<typeof doneSchema> | null> {
  try {
    const done = doneSchema.parse(JSON.parse(await readFile(join(folder, PREPARED_DONE), 'utf8')))
    const [copy_bytes, rejects_bytes] = await sizes(folder)
    return copy_bytes === done.copy_bytes && rejects_bytes === done.rejects_bytes ? done : null
  } catch {
    return null
  }
}

async function sizes(folder: string): Promise<[number, number]> {
  const [copy, rejects] = await Promise.all([
    stat(join(folder, 'copy.csv')),
    stat(join(folder, 'rejects.jsonl')),
  ])
  return [copy.size, rejects.size]
}
