import type {
  ColumnProposal,
  FilmReference,
  MappingProposal,
  Params,
  SourceRole,
} from '../../../../pipeline/api.ts'

/** What the person says otherwise than it was proposed. */
export interface Corrections {
  /** By the place of a column: a meaning with its unit, or null for none. */
  columns: Record<number, { means: string; unit: string } | null>
  role: SourceRole | null
  film: FilmReference | null
}

export const noCorrections: Corrections = { columns: {}, role: null, film: null }

/** What to ask the engine, for one table of a file. */
export function proposeParams(
  { path, table }: { path: string; table: string },
  { columns, role, film }: Corrections,
  header: readonly string[],
): Params<'sources.propose'> {
  const set = Object.fromEntries(
    Object.entries(columns).map(([index, meaning]) => [
      columnName(header, Number(index)),
      meaning === null ? 'none' : `${meaning.means}:${meaning.unit}`,
    ]),
  )
  return {
    path,
    table,
    ...(Object.keys(set).length > 0 ? { set } : {}),
    ...(role === null ? {} : { role }),
    ...(film === null ? {} : { film }),
  }
}

/** Its name where that tells it, else its number. */
function columnName(header: readonly string[], index: number): string {
  const name = header[index] ?? ''
  return header.indexOf(name) === index ? name : `#${index + 1}`
}

/** A column without a name, or with that of one before, could not be found again. */
export function isFindable(columns: readonly ColumnProposal[], { column, index }: ColumnProposal): boolean {
  return column.trim() !== '' && !columns.some((other) => other.index < index && other.column === column)
}

/** How sure a proposal is, in three steps. */
export function sureness({
  means,
  by,
  confidence,
}: ColumnProposal): 'said' | 'sure' | 'likely' | 'unsure' | null {
  if (by === 'you') return 'said'
  if (means === null) return null
  return confidence >= 0.8 ? 'sure' : confidence >= 0.6 ? 'likely' : 'unsure'
}

/** The specification under the name that was chosen; null while it lacks something. */
export function specToSave(
  { spec }: MappingProposal,
  { id, title }: { id: string; title: string },
): Record<string, unknown> | null {
  return spec && isId(id) ? { ...spec, id, title: title.trim() || id } : null
}

/** Lower-case letters, digits and `_`, a letter first: it names a folder. */
export function isId(id: string): boolean {
  return /^[a-z][a-z0-9_]{0,59}$/.test(id)
}
