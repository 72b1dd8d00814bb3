/** The duck room: DuckDB as the rest of the engine uses it. Other rooms import only this file. */
export { type Duck, type DuckOptions, openDuck, type QueryOptions } from './duck.ts'
export { lockFile } from './lock-file.ts'
export { fileList, filePath } from './paths.ts'
export { type DuckValue, list } from './values.ts'
export { duckVersion } from './version.ts'
