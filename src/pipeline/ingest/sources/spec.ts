/** What we know of one source's layout, as data. */
export interface SourceField {
  /** Our name for it: what the transform asks for. */
  name: string
  /** The header names it goes by; compared loosely, see `looseName`. */
  aliases: readonly string[]
  /** A header without it is not this layout. */
  required: boolean
}

export interface SourceKey {
  field: string
  /** What the trimmed value must match in full; anything that is not blank, when left out. */
  pattern?: RegExp
}

export interface SourceSpec {
  id: string
  role: 'films' | 'reviews'
  title: string
  fields: readonly SourceField[]
  /** A record that lacks one of them is a reject. Each must be a required field. */
  keys: readonly SourceKey[]
}

export const required = (name: string, ...aliases: string[]): SourceField => ({
  name,
  aliases,
  required: true,
})
export const optional = (name: string, ...aliases: string[]): SourceField => ({
  name,
  aliases,
  required: false,
})

/** `Ratings.Source`, `ratings_source` and ` RATINGS SOURCE ` are one name: lower case, only [a-z0-9]. */
export function looseName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}
