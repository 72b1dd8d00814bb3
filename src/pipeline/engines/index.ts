/** The ways to run the transform. Other rooms import only this file. */
export { runLocal } from './local/run-local.ts'
export type { RunOptions } from './run.ts'
export { sparkByHand } from './spark/by-hand.ts'
export { runSpark, type SparkRunOptions } from './spark/run-spark.ts'
