import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { StudioEvent } from '../preload/bridge.ts'

/** Beyond this the file is put aside as `.old` when the studio starts. */
const MAX_BYTES = 1_000_000
let file: string | null = null

const MOST_RECENT = 200
/** The latest, for a report of a fault. */
const recent: StudioEvent[] = []

export function recentEvents(): StudioEvent[] {
  return [...recent]
}

/** Of what was noted, only what says nothing of whose machine it is. */
function remember(at: string, event: string, details: Record<string, unknown>): void {
  const { name, ms, status, kind, reason, code, error } = details
  const told = {
    name,
    ms,
    status,
    kind,
    reason,
    code: code ?? (error as { code?: string } | undefined)?.code,
  }
  const known = Object.entries(told).filter(([, value]) => ['string', 'number'].includes(typeof value))
  recent.push({ at, event, ...Object.fromEntries(known) })
  if (recent.length > MOST_RECENT) recent.shift()
}

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
  const at = new Date().toISOString()
  remember(at, event, details)
  const line = JSON.stringify({ at, event, ...details })
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
