/** The ways to run the transform. Other rooms import only this file. */
export { type LocalOptions, runLocal } from './local/run-local.ts'
