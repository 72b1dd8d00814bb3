/** The reports room: SQL and statistics, nothing of pixels. Other rooms import only this file. */
export { correlation } from './correlation.ts'
export { genres } from './genres.ts'
export { talents } from './talents.ts'
export { timeline } from './timeline.ts'
