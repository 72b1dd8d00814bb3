/** Films and reviews written to a file. */
import { z } from 'zod'
import { entry } from './entry.ts'
import { filtersSchema, personShape, reviewShape } from './filters.ts'

export const EXPORT_FORMATS = ['csv', 'parquet', 'xlsx'] as const

export type ExportFormat = (typeof EXPORT_FORMATS)[number]

const exportShape = {
  filters: filtersSchema.optional(),
  search: z.string().max(500).optional(),
  sort: z.string().max(100).optional(),
  film_id: z.string().optional(),
  /** Columns of the table, in this order; all of them when left out. */
  columns: z.array(z.string().max(100)).min(1).max(100).optional(),
  /** All rows when left out. */
  limit: z.int().min(0).optional(),
  offset: z.int().min(0).optional(),
  /** Absolute. Its extension tells the format: `.csv`, `.parquet` or `.xlsx`. A file of that name is replaced. */
  path: z.string().min(1).max(4096),
}

export interface Exported {
  path: string
  format: ExportFormat
  rows: number
  bytes: number
}

export const exportsApi = {
  'films.export': entry<Exported>()(z.strictObject({ ...exportShape, ...personShape })),
  'reviews.export': entry<Exported>()(z.strictObject({ ...exportShape, ...reviewShape })),
} as const
