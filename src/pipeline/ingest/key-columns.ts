import {
  fieldIndexes,
  keyPattern,
  mandatoryKeys,
  optionalKeys,
  type SourceField,
  type SourceSpec,
} from '../sources/index.ts'
import type { KeyColumn } from './record-check.ts'

/** Where the keys that no record may lack stand in a header of this layout, and those that must be well formed. */
export function keyColumns(spec: SourceSpec, header: readonly string[]): KeyColumn[] {
  const indexes = fieldIndexes(spec, header)
  const keyColumn = (field: SourceField, column: number): KeyColumn => {
    const pattern = keyPattern(field)
    return { column, name: header[column] ?? field.name, ...(pattern ? { pattern } : {}) }
  }
  const mandatory = mandatoryKeys(spec).map((field) => {
    const column = indexes[field.name]
    if (column === null || column === undefined)
      throw new Error(`key ${field.name} of ${spec.id} is not in the header`)
    return keyColumn(field, column)
  })
  const optional = optionalKeys(spec).flatMap((field) => {
    const column = indexes[field.name]
    return typeof column === 'number' ? [{ ...keyColumn(field, column), optional: true }] : []
  })
  return [...mandatory, ...optional]
}
