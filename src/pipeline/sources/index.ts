/** The sources room: what we know of each layout, as data. Other rooms import only this file. */
export { nameOf } from './define.ts'
export { fieldIndexes, keyFields, keyPattern, mandatoryKeys, narrowed, optionalKeys } from './fields.ts'
export { byTrust, sourceById, sourcesOf } from './lake-sources.ts'
export { MEANINGS, type Meaning, type Unit, unitsOf } from './meanings.ts'
export { recogniseHeader } from './recognise-header.ts'
export { SOURCES } from './shipped/index.ts'
export { identifier, looseName, type SourceField, type SourceSpec, sourceSpecSchema } from './spec.ts'
