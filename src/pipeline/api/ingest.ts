/** Landing files, and the audit of every attempt. */
import { z } from 'zod'
import type { ErrorPayload } from '../errors.ts'
import { entry } from './entry.ts'

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

export const ingestShape = {
  files: z.array(sourceFileSchema).max(10_000).default([]),
  /** A folder: every file in it that a header recognises is landed. */
  from: z.string().min(1).optional(),
  /** Datasets of Kaggle, `OWNER/DATASET`, to be downloaded; `default`: those of the core sources. */
  kaggle: z.array(z.string().min(1).max(500)).max(100).default([]),
}

export const ingestApi = {
  'ingest.recognise': entry<{ files: Recognition[] }>()(
    z.strictObject({ paths: z.array(z.string().min(1)).min(1).max(1000) }),
  ),
  'ingest.run': entry<IngestResult>()(z.strictObject(ingestShape)),
  'ingest.history': entry<{ ingestions: IngestionRecord[] }>()(
    z.strictObject({ limit: z.int().min(1).max(10_000).default(200) }),
  ),
} as const
