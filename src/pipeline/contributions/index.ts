/** The contributions room: what people add and correct, in a journal that only grows. Other rooms import only
 * this file. */
export { handover, importHandover } from './handover.ts'
export { contribute, journalEntries, readContributions, redo, undo } from './store.ts'
