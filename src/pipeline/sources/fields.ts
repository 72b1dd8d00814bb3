import { isMandatory, looseName, type SourceField, type SourceSpec } from './spec.ts'

/** Where each field of the spec stands in a header (0-based), or null when the header lacks it. */
export function fieldIndexes(spec: SourceSpec, header: readonly string[]): Record<string, number | null> {
  const positions = new Map<string, number>()
  header.forEach((name, index) => {
    const loose = looseName(name)
    if (!positions.has(loose)) positions.set(loose, index)
  })
  return Object.fromEntries(
    spec.fields.map((field) => {
      const alias = field.aliases.find((name) => positions.has(looseName(name)))
      return [field.name, alias === undefined ? null : (positions.get(looseName(alias)) ?? null)]
    }),
  )
}

/**
 * The specification as far as these headers go: what no file has is not worth a column. Keys that are optional
 * fall away with it.
 */
export function narrowed(spec: SourceSpec, headers: readonly (readonly string[])[]): SourceSpec {
  const indexes = headers.map((header) => fieldIndexes(spec, header))
  const fields = spec.fields.filter((field) => indexes.some((each) => each[field.name] !== null))
  const names = new Set(fields.map((field) => field.name))
  return { ...spec, fields, keys: spec.keys.filter((key) => names.has(key)) }
}

/** The fields that tell a record from the others, in their order. */
export function keyFields(spec: SourceSpec): SourceField[] {
  return spec.keys.map((key) => {
    const field = spec.fields.find((each) => each.name === key)
    if (!field) throw new Error(`key ${key} of ${spec.id} is no field of it`)
    return field
  })
}

/** The keys without which a record is of nothing: its film's id or title, its own number. It is a reject then. */
export function mandatoryKeys(spec: SourceSpec): SourceField[] {
  return keyFields(spec).filter((field) => isMandatory(spec.film, field))
}

/** The fields that must be well formed where they are not blank: the ids of a record that may be of no film. */
export function optionalKeys(spec: SourceSpec): SourceField[] {
  return spec.fields.filter((field) => field.unit === 'imdb_ids')
}

const IMDB_ID = '(?:[^|,;\\s]*/)?tt[0-9]{1,10}(?:[/?#][^|,;\\s]*)?'
/** One or more, or one of the ways to say that there is none. */
const IMDB_IDS = new RegExp(`^(?:#?n/a|\\\\n|${IMDB_ID}(?:[|,;\\s]+${IMDB_ID})*[|,;]?)$`, 'i')

/** What the trimmed value of a key must match, as the transform reads it; null when anything will do. */
export function keyPattern({ means, unit }: SourceField): RegExp | null {
  if (means !== 'imdb_id') return null
  if (unit === 'imdb_ids') return IMDB_IDS
  return unit === 'imdb_number' ? /^(?:tt)?[0-9]{1,10}(?:\.0)?$/i : /^(?:.*\/)?tt[0-9]{1,10}(?:[/?#].*)?$/i
}
