import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CineError } from '../errors.ts'
import { writeFileAtomic } from './atomic.ts'
import type { LakeLayout } from './layout.ts'
import { TABLE_NAMES, type TableName } from './schema.ts'

const SCHEMA_VERSION = 1

const count = z.int().min(0)
const fileSchema = z.object({
  /** Relative to the lake, with `/`. */
  path: z.string().regex(/^curated\/[^\0]+$/),
  rows: count,
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
const tableSchema = z.object({ rows: count, files: z.array(fileSchema) })

/** What a published run consists of: `curated/CURRENT.json`, kept in the run's own `run.json` as well. */
export const manifestSchema = z.object({
  schema_version: z.literal(SCHEMA_VERSION),
  run_id: z.string().regex(/^[\w-]+$/),
  engine: z.literal('local'),
  published_at: z.string(),
  seconds: z.number().min(0),
  /** Set when the run read only the first N records of each file. */
  n_rows: count.nullable(),
  /** Changes with any rule of the transform. */
  rules_version: z.string(),
  /** The same inputs, rules and options have the same one. */
  fingerprint: z.string(),
  tables: z.object({ films: tableSchema, reviews: tableSchema, people: tableSchema, rejects: tableSchema }),
  inputs: z.array(z.object({ source: z.string(), path: z.string(), sha256: z.string(), rows: count })),
  balance: z.array(
    z.object({ source: z.string(), rows_in: count, rows_out: count, rejected: count, merged: count }),
  ),
})
export type Manifest = z.infer<typeof manifestSchema>

export function newManifest(manifest: Omit<Manifest, 'schema_version'>): Manifest {
  return { schema_version: SCHEMA_VERSION, ...manifest }
}

/**
 * The published run, its files checked to be there in their size; null when nothing is published.
 * Throws `MANIFEST_DAMAGED` or `TABLE_MISSING`.
 */
export async function readCurrent(layout: LakeLayout): Promise<Manifest | null> {
  const manifest = await readManifest(layout)
  if (manifest) for (const table of TABLE_NAMES) await checkFiles(layout, manifest, table)
  return manifest
}

/** The same without a look at the files. */
export async function readManifest(layout: LakeLayout): Promise<Manifest | null> {
  let text: string
  try {
    text = await readFile(layout.current, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  try {
    return manifestSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new CineError(
      'MANIFEST_DAMAGED',
      'The list of published tables, curated/CURRENT.json, is damaged.',
      {
        hint: 'Run `cine etl --force` to publish again from raw/, which is never changed.',
        details: { path: 'curated/CURRENT.json' },
        cause,
      },
    )
  }
}

/** Publishes a run: one rename, which readers see at once. */
export async function publishManifest(layout: LakeLayout, manifest: Manifest): Promise<void> {
  await writeFileAtomic(layout.current, `${JSON.stringify(manifestSchema.parse(manifest), null, 2)}\n`)
}

/** Absolute paths of a table's files. */
export function tableFiles(layout: LakeLayout, manifest: Manifest, table: TableName): string[] {
  return manifest.tables[table].files.map((file) => join(layout.root, file.path))
}

async function checkFiles(layout: LakeLayout, manifest: Manifest, table: TableName): Promise<void> {
  for (const file of manifest.tables[table].files) {
    const found = await stat(join(layout.root, file.path)).catch(() => null)
    if (found?.size === file.bytes) continue
    const what = found ? `has ${found.size} bytes, not ${file.bytes}` : 'is missing'
    throw new CineError('TABLE_MISSING', `A file of the published table ${table} ${what}: ${file.path}.`, {
      hint: 'Run `cine etl --force` to publish again from raw/, which is never changed.',
      details: { table, path: file.path },
    })
  }
}

/** For what needs a published run when there is none. */
export function nothingPublished(): CineError {
  return new CineError('NOTHING_PUBLISHED', 'No films are published in this lake yet.', {
    hint: 'Run `cine pipeline --from DIR` on your dumps, or `cine demo` to try the shipped data.',
  })
}
