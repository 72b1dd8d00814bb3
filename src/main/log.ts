import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Beyond this the file is put aside as `.old` when the studio starts. */
const MAX_BYTES = 1_000_000
let file: string | null = null

/** Everything the main process notes, one JSON object a line: `studio.log.jsonl` in the profile. */
export function openLog(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'studio.log.jsonl')
  try {
    if (statSync(path).size > MAX_BYTES) renameSync(path, `${path}.old`)
  } catch {
    // The first start: there is none yet.
  }
  file = path
}

export function log(event: string, details: Record<string, unknown> = {}): void {
  const line = JSON.stringify({ at: new Date().toISOString(), event, ...details })
  if (process.env.ETL_LOG_LEVEL === 'DEBUG') process.stderr.write(`${line}\n`)
  if (!file) return
  try {
    appendFileSync(file, `${line}\n`)
  } catch {
    // A full disk must not take the window down.
  }
}

/** A start-up mark: how long after the process began something was reached. */
export function mark(name: string): void {
  const begun = Date.now() - process.uptime() * 1000
  log('mark', { name, ms: Math.round(Date.now() - begun) })
}
