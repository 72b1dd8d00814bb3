import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CineError } from '../errors.ts'
import { writeFileAtomic } from './atomic.ts'
import type { LakeLayout } from './layout.ts'
import { type Manifest, parseManifest } from './manifest-schema.ts'
import { previousWhole } from './previous.ts'
import { readRuns } from './run-record.ts'
import { TABLE_NAMES, type TableName } from './schema.ts'
import { verifyFiles } from './verify.ts'
import { assertSameLake } from './writer.ts'

export type { Manifest } from './manifest-schema.ts'

/**
 * The published run, its files looked at (or, in full, read); null when nothing is published. Throws `MANIFEST_DAMAGED`,
 * `TABLE_MISSING`, `TABLE_ALTERED`, which offer the run before, or `LAKE_TOO_NEW`.
 */
export async function readCurrent(layout: LakeLayout, { full = false } = {}): Promise<Manifest | null> {
  const manifest = await readManifest(layout)
  if (manifest) await assertWhole(layout, manifest, full)
  return manifest
}

/** The same without a look at the files. */
export async function readManifest(layout: LakeLayout): Promise<Manifest | null> {
  let text: string
  try {
    text = await readFile(layout.current, 'utf8')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    if (await publishedOnce(layout)) throw await damaged(layout, 'missing', error)
    return null
  }
  try {
    return parseManifest(JSON.parse(text))
  } catch (cause) {
    if (cause instanceof CineError) throw cause
    throw await damaged(layout, 'damaged', cause)
  }
}

async function publishedOnce(layout: LakeLayout): Promise<boolean> {
  return [...(await readRuns(layout)).values()].some((record) => record?.state === 'published')
}

async function damaged(layout: LakeLayout, how: string, cause: unknown): Promise<CineError> {
  return new CineError('MANIFEST_DAMAGED', `The list of published tables, curated/CURRENT.json, is ${how}.`, {
    hint: await wayBack(layout, null),
    details: { path: 'curated/CURRENT.json' },
    cause,
  })
}

/** Publishes a run: one rename, which readers see at once. Needs the writer's lock. Throws `LAKE_GONE`. */
export async function publishManifest(layout: LakeLayout, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(parseManifest(manifest), null, 2)}\n`
  await assertSameLake(layout)
  await writeFileAtomic(layout.current, text)
}

/** Absolute paths of a table's files. */
export function tableFiles(layout: LakeLayout, manifest: Manifest, table: TableName): string[] {
  return manifest.tables[table].files.map((file) => join(layout.root, file.path))
}

/** Throws `TABLE_MISSING` or `TABLE_ALTERED` for the first file of the run that is not as it was published. */
async function assertWhole(layout: LakeLayout, manifest: Manifest, full: boolean): Promise<void> {
  const checks = await verifyFiles(layout, manifest, { full })
  const bad = checks.find((check) => check.problem !== null)
  if (!bad) return
  const code = bad.state === 'missing' ? 'TABLE_MISSING' : 'TABLE_ALTERED'
  throw new CineError(code, `A file of the published table ${bad.table} ${bad.problem}: ${bad.path}.`, {
    hint: await wayBack(layout, manifest.run_id),
    details: { table: bad.table, path: bad.path, run_id: manifest.run_id },
  })
}

/** What to do about a published run that is damaged. */
async function wayBack(layout: LakeLayout, damaged: string | null): Promise<string> {
  const before = await previousWhole(layout, damaged)
  const again = 'Run `cine etl --force` to publish again from raw/, which is never changed'
  return before === null
    ? `${again}.`
    : `${again}, or \`cine runs publish previous\` to go back to run ${before.run_id}, which is whole.`
}

/** For what needs a published run when there is none. */
export function nothingPublished(): CineError {
  return new CineError('NOTHING_PUBLISHED', 'No films are published in this lake yet.', {
    hint: 'Run `cine pipeline --from DIR` on your dumps, or `cine demo` to try the shipped data.',
  })
}

/** Rows of all the tables of a run. */
export function totalRows(manifest: Manifest): number {
  return TABLE_NAMES.reduce((sum, table) => sum + manifest.tables[table].rows, 0)
}
