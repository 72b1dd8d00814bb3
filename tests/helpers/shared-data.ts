import { resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../../../shared/data')

/** Path of one of the real public files that tests read. */
export function sharedData(...parts: string[]): string {
  return resolve(ROOT, ...parts)
}
