/** The sources room: what we know of each layout, as data. Other rooms import only this file. */
export { fieldIndexes, keyFields, keyPattern } from './fields.ts'
export { sourceById, sourcesOf } from './lake-sources.ts'
export { MEANINGS, unitsOf } from './meanings.ts'
export { recogniseHeader } from './recognise-header.ts'
export { SOURCES } from './shipped/index.ts'
export { type SourceSpec, sourceSpecSchema } from './spec.ts'
