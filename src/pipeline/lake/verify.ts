import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FileState } from '../api.ts'
import { cancelled, toCineError } from '../errors.ts'
import type { LakeLayout } from './layout.ts'
import type { Manifest } from './manifest-schema.ts'
import { TABLE_NAMES, type TableName } from './schema.ts'
import { linkWithin } from './skeleton.ts'

/** How a file of a run is, against what its manifest says. */
export interface FileCheck {
  table: TableName
  path: string
  rows: number
  bytes: number
  sha256: string
  state: FileState
  /** In words, when it is not as it should be. */
  problem: string | null
  /** When it was last changed; null when it is not there. */
  mtime_ms: number | null
}

export interface VerifyOptions {
  /** Reads every file whole. Otherwise only those whose time of change is not the one that was noted. */
  full: boolean
  signal?: AbortSignal | undefined
  onProgress?(bytes: number, total: number): void
}

/** Looks at every file of a run. Throws `CANCELLED`. */
export async function verifyFiles(
  layout: LakeLayout,
  manifest: Manifest,
  options: VerifyOptions,
): Promise<FileCheck[]> {
  const files = TABLE_NAMES.flatMap((table) => manifest.tables[table].files.map((file) => ({ table, file })))
  const total = files.reduce((sum, { file }) => sum + file.bytes, 0)
  const checks: FileCheck[] = []
  let bytes = 0
  for (const { table, file } of files) {
    const path = join(layout.root, file.path)
    const linked = (await linkWithin(layout, path)) !== null
    const { mtime_ms, ...found } = linked ? LINKED : await look(path, file, options)
    const { rows, sha256 } = file
    checks.push({ table, path: file.path, rows, bytes: file.bytes, sha256, ...found, mtime_ms })
    bytes += file.bytes
    options.onProgress?.(bytes, total)
  }
  return checks
}

type Look = Pick<FileCheck, 'state' | 'problem' | 'mtime_ms'>

/** Behind it could be any file of this machine. */
const LINKED: Look = { state: 'altered', problem: 'is a symbolic link, or in one', mtime_ms: null }

async function look(
  path: string,
  file: Manifest['tables']['films']['files'][number],
  { full, signal }: VerifyOptions,
): Promise<Look> {
  const found = await stat(path).catch(() => null)
  const mtime_ms = found?.mtimeMs ?? null
  if (!found?.isFile()) return { state: 'missing', problem: 'is missing', mtime_ms }
  if (found.size !== file.bytes)
    return { state: 'altered', problem: `has ${found.size} bytes, not ${file.bytes}`, mtime_ms }
  // What an older version of the studio published has no time noted: its size must do, until it is asked for.
  if (!full && (file.mtime_ms === null || file.mtime_ms === found.mtimeMs))
    return { state: 'unread', problem: null, mtime_ms }
  const identity = `${found.dev}/${found.ino}/${found.mtimeMs}/${found.size}`
  try {
    const same = (await hashOf(path, full ? null : identity, signal)) === file.sha256
    if (same) return { state: 'whole', problem: null, mtime_ms }
    return { state: 'altered', problem: 'does not hold what was published', mtime_ms }
  } catch (error) {
    if (signal?.aborted) throw cancelled()
    return { state: 'unreadable', problem: `cannot be read (${toCineError(error).message})`, mtime_ms }
  }
}

/** Hashes of files that were changed since they were published, such as those of a lake that was copied: each
 * is read once by a process, not at every opening. */
const known = new Map<string, string>()

async function hashOf(
  path: string,
  identity: string | null,
  signal: AbortSignal | undefined,
): Promise<string> {
  const before = identity === null ? undefined : known.get(identity)
  if (before !== undefined) return before
  const hash = await sha256Of(path, signal)
  if (identity !== null) known.set(identity, hash)
  return hash
}

/** SHA-256 of a file, in hexadecimal. When the signal fires, throws what Node throws then. */
export async function sha256Of(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  const chunks = createReadStream(path, { highWaterMark: 1 << 20 })
  await (signal ? pipeline(chunks, hash, { signal }) : pipeline(chunks, hash))
  return hash.digest('hex')
}
