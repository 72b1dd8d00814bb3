import { type CineError, isCancelled } from '../errors.ts'

export const EXIT = { done: 0, failed: 1, usage: 2, nothingPublished: 3, interrupted: 130 } as const

/** What scripts can rely on (docs/cli.md). */
export function exitCodeOf(error: CineError): number {
  if (isCancelled(error)) return EXIT.interrupted
  if (error.code === 'USAGE') return EXIT.usage
  if (error.code === 'NOTHING_PUBLISHED') return EXIT.nothingPublished
  return EXIT.failed
}
