/** The settings room: what a user of this machine may set, from the environment or a file. Other rooms import
 * only this file. */
export { clusterEnvironment, duckLimits, effectiveSettings } from './effective.ts'
export { asValue } from './environment.ts'
export { settingsPath, writeSaved } from './file.ts'
