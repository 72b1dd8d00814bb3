import { z } from 'zod'
import type { Check } from '../api.ts'
import { CineError } from '../errors.ts'

/** Raise it when a manifest changes in a way that this program's elders cannot read, and add the step from the
 * version before to `STEPS`. */
const SCHEMA_VERSION = 2

const count = z.int().min(0)
const fileSchema = z.object({
  /** Relative to the lake, with `/`. */
  path: z.string().regex(/^curated\/(films|reviews|people|rejects)\/run_id=[\w-]+\/[\w.-]+$/),
  rows: count,
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** When the file was last changed, as it was when its hash was last taken; null when that is not known. */
  mtime_ms: z.number().nullable(),
})
const tableSchema = z.object({
  rows: count,
  files: z.array(fileSchema),
  /** How many rows lack each column; null when they were not counted. */
  nulls: z.record(z.string(), count).nullable(),
})

/** What a published run consists of: `curated/CURRENT.json`, kept in the run's own `run.json` as well. */
const manifestSchema = z
  .object({
    schema_version: z.literal(SCHEMA_VERSION),
    run_id: z.string().regex(/^[\w-]+$/),
    engine: z.enum(['local', 'spark']),
    published_at: z.string(),
    /** When it was made current again after another one had been. */
    republished_at: z.string().nullable(),
    seconds: z.number().min(0),
    /** Set when the run read only the first N records of each file. */
    n_rows: count.nullable(),
    /** Changes with any rule of the transform and any layout that we ship, whatever landed and whichever engine ran. */
    rules_version: z.string(),
    /** A hash of each layout that was used, by source; null where an older program did not note it. */
    layouts: z.record(z.string(), z.string()).nullable().default(null),
    /** The same inputs, rules and options have the same one. */
    fingerprint: z.string(),
    tables: z.object({ films: tableSchema, reviews: tableSchema, people: tableSchema, rejects: tableSchema }),
    inputs: z.array(z.object({ source: z.string(), path: z.string(), sha256: z.string(), rows: count })),
    balance: z.array(
      z.object({ source: z.string(), rows_in: count, rows_out: count, rejected: count, merged: count }),
    ),
    /** What was checked of the result before it was published, and against which run. */
    checks: z.array(z.custom<Check>()),
    compared_with: z.string().nullable(),
  })
  .superRefine(({ run_id, tables }, context) => {
    for (const [table, { rows, files }] of Object.entries(tables)) {
      const complain = (message: string) =>
        context.addIssue({ code: 'custom', message, path: ['tables', table, 'files'] })
      const ours = files.filter(({ path }) => path.startsWith(`curated/${table}/run_id=${run_id}/`))
      if (ours.length === 0 || ours.length < files.length) complain('not the files of this table and run')
      if (new Set(files.map(({ path }) => path)).size < files.length) complain('a file twice')
      if (files.reduce((sum, file) => sum + file.rows, 0) !== rows) complain('rows that do not add up')
    }
  })
export type Manifest = z.infer<typeof manifestSchema>

export function newManifest(
  manifest: Omit<Manifest, 'schema_version' | 'layouts'> & Partial<Pick<Manifest, 'layouts'>>,
): Manifest {
  return { schema_version: SCHEMA_VERSION, layouts: null, ...manifest }
}

/** A manifest of any version up to ours, as one of ours. Throws `LAKE_TOO_NEW`, or what zod says of it. */
export function parseManifest(json: unknown): Manifest {
  return manifestSchema.parse(upgraded(json))
}

/** In `run.json`: null when the run has none, or one of a version that we do not know. */
export const storedManifest = z.unknown().transform((json, context): Manifest | null => {
  if (json === null || json === undefined) return null
  try {
    return parseManifest(json)
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'not a manifest' })
    return z.NEVER
  }
})

type Raw = Record<string, unknown>

/** From the version of its key to the next one. What an older program did not note is null, never guessed. */
const STEPS: Readonly<Record<number, (manifest: Raw) => Raw>> = {
  1: (manifest) => ({
    ...manifest,
    republished_at: null,
    checks: [],
    compared_with: null,
    tables: mapValues(manifest.tables, (table) => ({
      ...table,
      nulls: null,
      files: (Array.isArray(table.files) ? table.files : []).map((file: Raw) => ({
        ...file,
        mtime_ms: null,
      })),
    })),
  }),
}

function upgraded(json: unknown): unknown {
  let manifest = json
  for (;;) {
    const version = isRaw(manifest) ? manifest.schema_version : undefined
    if (typeof version !== 'number' || !isRaw(manifest)) return manifest
    if (version > SCHEMA_VERSION) throw tooNew(version)
    const step = STEPS[version]
    if (!step) return manifest
    manifest = { ...step(manifest), schema_version: version + 1 }
  }
}

function tooNew(version: number): CineError {
  return new CineError(
    'LAKE_TOO_NEW',
    `This lake was written by a newer version of the studio (format ${version}; this one knows up to ${SCHEMA_VERSION}).`,
    {
      hint: 'Install the newer version of the studio to read it. Nothing was changed.',
      details: { schema_version: version, known: SCHEMA_VERSION },
    },
  )
}

const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function mapValues(record: unknown, change: (value: Raw) => Raw): unknown {
  if (!isRaw(record)) return record
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, isRaw(value) ? change(value) : value]),
  )
}
