import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Language } from '../preload/bridge.ts'

/** What holds for every lake of this user: lakes have profiles of their own. */
export interface Preferences {
  language: Language
  /** Lakes that were opened, the latest first. */
  recent: string[]
}

const MOST_RECENT = 8

export function preferencesPath(appData: string): string {
  return join(appData, 'cine-datalake-studio', 'studio.json')
}

/** What makes no sense is passed over: nobody must be kept from a lake by a file of habits. */
export function readPreferences(path: string): Preferences {
  let kept: unknown = null
  try {
    kept = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    // The first start, or somebody's edit: the defaults.
  }
  const { language, recent } = (kept ?? {}) as { language?: unknown; recent?: unknown }
  const lakes = Array.isArray(recent) ? recent.filter((lake) => typeof lake === 'string') : []
  return { language: language === 'en' ? 'en' : 'fr', recent: lakes.slice(0, MOST_RECENT) }
}

/** Reads them again first: another window, on another lake, may have changed its own. */
export function changePreferences(path: string, change: (before: Preferences) => Preferences): Preferences {
  const after = change(readPreferences(path))
  try {
    mkdirSync(dirname(path), { recursive: true })
    const staged = `${path}.${process.pid}.tmp`
    writeFileSync(staged, `${JSON.stringify(after, null, 2)}\n`)
    renameSync(staged, path)
  } catch {
    // A full disk or a read-only profile: the habit holds until the window is closed.
  }
  return after
}

export function withRecent(before: Preferences, lake: string): Preferences {
  const recent = [lake, ...before.recent.filter((each) => each !== lake)].slice(0, MOST_RECENT)
  return { ...before, recent }
}
