import type { ExportFormat, Params } from '../../../../pipeline/api.ts'
import { EngineError, engine } from '../../../bridge/engine.ts'
import type { ViewName } from '../view-state.ts'

export interface Export {
  view: ViewName
  format: ExportFormat
  /** Without its extension. */
  name: string
  /** All of `films.export` or `reviews.export` but where to. */
  params: Omit<Params<'reviews.export'>, 'path'>
}

export interface Saved {
  /** Where it is, or what it is called where only the browser knows where. */
  path: string
  rows: number
  bytes: number
}

/** Has the engine write a file, where the user says; null when they would rather not. */
export function save(wanted: Export, signal: AbortSignal): Promise<Saved | null> {
  return window.cine ? saveHere(wanted, window.cine.pickSaveFile, signal) : download(wanted, signal)
}

async function saveHere(
  { view, format, name, params }: Export,
  pick: (name: string) => Promise<string | null>,
  signal: AbortSignal,
): Promise<Saved | null> {
  const path = await pick(`${name}.${format}`)
  if (path === null) return null
  return engine.request(`${view}.export`, { ...params, path }, { signal })
}

/** The server writes the file, and the browser takes it from there. */
async function download({ view, format, name, params }: Export, signal: AbortSignal): Promise<Saved> {
  const answer = await fetch('/exports', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ method: `${view}.export`, format, name, params }),
    signal,
  })
  const said = await answer.json().catch(() => null)
  if (!answer.ok || !said?.url) throw new EngineError(said?.error ?? LOST)
  const link = document.createElement('a')
  link.href = said.url
  link.download = said.name
  link.click()
  return { path: said.name, rows: said.rows, bytes: said.bytes }
}

const LOST = {
  code: 'EXPORT_LOST',
  message: 'The connection to the engine was lost before the file was written.',
  hint: 'Try again.',
  details: {},
}
