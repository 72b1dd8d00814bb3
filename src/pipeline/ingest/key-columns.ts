import { fieldIndexes, keyPattern, mandatoryKeys, type SourceSpec } from '../sources/index.ts'
import type { KeyColumn } from './record-check.ts'

/** Where the keys that no record may lack stand in a header of this layout. */
export function keyColumns(spec: SourceSpec, header: readonly string[]): KeyColumn[] {
  const indexes = fieldIndexes(spec, header)
  return mandatoryKeys(spec).map((field) => {
    const column = indexes[field.name]
    if (column === null || column === undefined)
      throw new Error(`key ${field.name} of ${spec.id} is not in the header`)
    const pattern = keyPattern(field)
    return { column, name: header[column] ?? field.name, ...(pattern ? { pattern } : {}) }
  })
}
