/** The mapping room: what the columns of a table may mean. Other rooms import only this file. */
export { proposeMappings } from './propose.ts'
export { listSources, saveSource } from './save.ts'
