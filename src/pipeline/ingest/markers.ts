import type { Dirent } from 'node:fs'
import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { CineError } from '../errors.ts'
import type { LandedFile, LandedMarker } from '../lake/landed.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { refuseLink } from '../lake/skeleton.ts'
import { sha256Of } from '../lake/verify.ts'

export const MARKER_END = '_SUCCESS.json'
const STAMP = /^\d{8}T\d{6}Z$/

const markerSchema: z.ZodType<LandedMarker, unknown> = z.object({
  source: z.string().min(1),
  // Beside its marker: a lake that somebody hands over must not have other files of this machine read.
  file: z.string().min(1).refine(isBesideMarker, 'names no file beside its marker'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
  rows: z.int().min(0),
  rejected: z.int().min(0),
  plain: z.boolean(),
  columns: z.array(z.string()),
  delimiter: z.enum([',', ';', '\t', '|']),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'utf-8+windows-1252']),
  // Markers of before these were told.
  quoting: z.enum(['doubled', 'backslash', 'none']).default('doubled'),
  ragged: z.boolean().default(false),
  sep_line: z.boolean().default(false),
  landed_at: z.iso.datetime(),
})

/** A backslash is a letter like others where it does not part folders. */
function isBesideMarker(name: string): boolean {
  return basename(name) === name && name !== '.' && name !== '..' && !name.includes('\0')
}

/** Every landed file of the lake, oldest first. Throws `RAW_DAMAGED`, which names what is damaged. */
export async function landedFiles(layout: LakeLayout): Promise<LandedFile[]> {
  const { landed, damaged } = await scanRaw(layout)
  if (damaged[0]) throw damaged[0]
  return landed
}

/**
 * Reads again, whole, those that were written to since they landed: nothing else tells that a byte of them was changed.
 * Throws `RAW_DAMAGED`, which names what is not what landed.
 */
export async function verifyTouched(landed: readonly LandedFile[], signal?: AbortSignal): Promise<void> {
  for (const { path, lake_path, sha256, landed_at } of landed) {
    const { mtimeMs } = await stat(path)
    if (Math.floor(mtimeMs) <= Date.parse(landed_at) || (await sha256Of(path, signal)) === sha256) continue
    throw rawDamaged(`The landed file ${lake_path} was changed since it landed.`, lake_path)
  }
}

/** As `landedFiles`, with what is damaged told apart instead of thrown. */
export async function scanRaw(layout: LakeLayout): Promise<{ landed: LandedFile[]; damaged: CineError[] }> {
  const found: { stamp: string; file: LandedFile }[] = []
  const damaged: CineError[] = []
  for (const source of await folders(layout, layout.raw)) {
    for (const stamp of (await folders(layout, join(layout.raw, source))).filter((name) =>
      STAMP.test(name),
    )) {
      const folder = ['raw', source, stamp].join('/')
      const names = await readdir(join(layout.root, folder))
      const markers = names.filter((each) => each.endsWith(MARKER_END))
      // A landing is renamed into place with its marker: without one, somebody has removed it.
      const files = names.filter((each) => !each.startsWith('.'))
      if (markers.length === 0 && files.length > 0)
        damaged.push(rawDamaged(`The marker of ${folder}/${files[0]} is missing.`, folder))
      for (const name of markers) {
        try {
          found.push({ stamp, file: await readMarker(layout, folder, name) })
        } catch (error) {
          if (!(error instanceof CineError)) throw error
          damaged.push(error)
        }
      }
    }
  }
  const key = (each: { stamp: string; file: LandedFile }) => `${each.stamp} ${each.file.lake_path}`
  found.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return { landed: found.map((each) => each.file), damaged }
}

/** Names of the landing folders of a source, or an empty list when it has none. */
export async function stampsOf(layout: LakeLayout, source: string): Promise<string[]> {
  return (await folders(layout, join(layout.raw, source))).filter((name) => STAMP.test(name))
}

async function readMarker(layout: LakeLayout, folder: string, name: string): Promise<LandedFile> {
  const markerPath = `${folder}/${name}`
  let marker: LandedMarker
  try {
    marker = markerSchema.parse(JSON.parse(await readFile(join(layout.root, markerPath), 'utf8')))
  } catch (cause) {
    throw rawDamaged(`The marker ${markerPath} cannot be read.`, markerPath, cause)
  }
  const lake_path = `${folder}/${marker.file}`
  const path = join(layout.root, folder, marker.file)
  const found = await lstat(path).catch(() => null)
  const size = found?.size ?? null
  if (found?.isSymbolicLink())
    throw rawDamaged(`The landed file ${lake_path} is a symbolic link: never followed.`, lake_path)
  if (size === null) throw rawDamaged(`The landed file ${lake_path} is missing.`, lake_path)
  if (size !== marker.bytes)
    throw rawDamaged(`The landed file ${lake_path} has ${size} bytes, not ${marker.bytes}.`, lake_path)
  return { ...marker, path, lake_path }
}

function rawDamaged(message: string, path: string, cause?: unknown): CineError {
  return new CineError('RAW_DAMAGED', message, {
    hint: 'Put the file back, or remove its folder from raw/ and ingest the file again.',
    details: { path },
    cause,
  })
}

async function folders(layout: LakeLayout, path: string): Promise<string[]> {
  const entries: Dirent[] = await readdir(path, { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  // What a link leads to is not read, and a result without it must not pass for one of the whole lake.
  for (const entry of entries) if (entry.isSymbolicLink()) await refuseLink(layout, join(path, entry.name))
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}
