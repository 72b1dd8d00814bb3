/** Layouts as data, and the mapping of a table that no layout fits. */
import { z } from 'zod'
import { entry } from './entry.ts'

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

export const sourcesApi = {
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
      id: z.string().max(1000).optional(),
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
} as const
