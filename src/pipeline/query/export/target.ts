import { randomUUID } from 'node:crypto'
import { rm, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { EXPORT_FORMATS, type ExportFormat } from '../../api.ts'
import { CineError } from '../../errors.ts'
import { renameDurably, syncPath } from '../../lake/atomic.ts'
import type { LakeLayout } from '../../lake/layout.ts'
import { outsidePath } from '../../lake/outside.ts'

export interface Target {
  path: string
  format: ExportFormat
}

/**
 * Where an export goes, checked before anything is written. Throws `EXPORT_FORMAT` for another extension,
 * `EXPORT_FOLDER`, or `EXPORT_INTO_LAKE`: what lies in the lake is written by runs alone.
 */
export async function checkTarget(layout: LakeLayout, path: string): Promise<Target> {
  const extension = extname(path).slice(1).toLowerCase()
  const format = EXPORT_FORMATS.find((each) => each === extension)
  if (!format) {
    throw new CineError('EXPORT_FORMAT', `The format of ${basename(path)} is not known.`, {
      hint: 'Name a file that ends in .csv, .parquet or .xlsx.',
      details: { path },
    })
  }
  const real = await outsidePath(layout, path)
  if ((await stat(real).catch(() => null))?.isDirectory()) {
    throw new CineError('EXPORT_FOLDER', `${path} is a folder.`, {
      hint: 'Name a file in it.',
      details: { path },
    })
  }
  return { path: real, format }
}

/**
 * Has `write` fill a file beside the target, which then takes the target's name at once: whoever opens the
 * target sees the old content or all of the new one. Nothing is left behind when `write` fails.
 */
export async function writeAtomically<T>(
  target: string,
  write: (staged: string) => Promise<T>,
): Promise<{ result: T; bytes: number }> {
  const staged = `${target}.${randomUUID()}.tmp`
  try {
    const result = await write(staged)
    await syncPath(staged)
    const { size } = await stat(staged)
    await renameDurably(staged, target)
    return { result, bytes: size }
  } catch (error) {
    await rm(staged, { force: true })
    throw error
  }
}
