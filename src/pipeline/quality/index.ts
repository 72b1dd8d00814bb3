/** The quality room: checks of a result before it is published, and what is known of one that was. Other rooms
 * import only this file. */
export { checkResult } from './check-result.ts'
export { ambiguousPair } from './matching.ts'
export { qualityReport } from './report.ts'
