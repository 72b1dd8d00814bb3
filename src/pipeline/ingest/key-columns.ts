import type { KeyColumn } from './record-check.ts'
import { fieldIndexes } from './sources/index.ts'
import type { SourceSpec } from './sources/spec.ts'

/** Where the keys of a layout stand in a header that has them. */
export function keyColumns(spec: SourceSpec, header: readonly string[]): KeyColumn[] {
  const indexes = fieldIndexes(spec, header)
  return spec.keys.map(({ field, pattern }) => {
    const column = indexes[field]
    if (column === null || column === undefined)
      throw new Error(`key ${field} of ${spec.id} is not in the header`)
    return { column, name: header[column] ?? field, ...(pattern ? { pattern } : {}) }
  })
}
