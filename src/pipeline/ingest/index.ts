/** The ingest room: recognising, landing and reading again the files people bring. Other rooms import only
 * this file. */
export { type CleanCopyResult, cleanCopy, needsCleanCopy } from './clean-copy.ts'
export type { Reject } from './copy-sink.ts'
export { listFolder } from './folder.ts'
export { readHistory } from './history.ts'
export { type FileToLand, landFiles } from './land.ts'
export { landedFiles, verifyTouched } from './markers.ts'
export { recogniseFiles } from './recognise.ts'
export { sampleTables, type TableSample } from './sample.ts'
