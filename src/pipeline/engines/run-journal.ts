import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LakeLayout } from '../lake/layout.ts'
import { runFolder } from '../lake/run-folders.ts'

/** `runs/<run_id>/log.jsonl`: a JSON object a line, each with `at` (ISO 8601, UTC) and `event`. */
export interface RunJournal {
  add(entry: { event: string; [field: string]: unknown }): void
  /** Resolves when all that was added is written; never rejects. */
  written(): Promise<void>
}

/** What cannot be written is left out: a run does not fail for its log. */
export function runJournal(layout: LakeLayout, runId: string): RunJournal {
  const path = join(runFolder(layout, runId), 'log.jsonl')
  let last = Promise.resolve()
  return {
    add: ({ event, ...fields }) => {
      const line = `${JSON.stringify({ at: new Date().toISOString(), event, ...fields })}\n`
      last = last.then(() => appendFile(path, line)).catch(() => {})
    },
    written: () => last,
  }
}
