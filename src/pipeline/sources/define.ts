import type { Meaning, Unit } from './meanings.ts'
import { type SourceSpec, sourceSpecSchema } from './spec.ts'

type FieldInput = Partial<{ required: boolean; means: Meaning; unit: Unit; aliases: readonly string[] }>

/**
 * A shipped layout in few words: fields by the names that the file gives them, in its order. Checked when it
 * is loaded, as one from a file is.
 */
export function defineSource(
  spec: Omit<SourceSpec, 'fields'> & { fields: Readonly<Record<string, FieldInput | null>> },
): SourceSpec {
  const fields = Object.entries(spec.fields).map(([header, field]) => {
    const { aliases = [], ...rest } = field ?? {}
    return { name: nameOf(header), aliases: [header, ...aliases], ...rest }
  })
  return sourceSpecSchema.parse({ ...spec, fields })
}

/** `imdbRating`, `Ratings.Source` and `budget_2013$` as identifiers. */
export function nameOf(header: string): string {
  const words = header.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
  const name = words.replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '')
  return /^[a-z]/.test(name) ? name : `column_${name || 'unnamed'}`
}
