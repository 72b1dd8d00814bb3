import { realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import { CineError } from '../errors.ts'
import type { LakeLayout } from './layout.ts'

/**
 * Where a file that a person names is to be written, links of its folder followed: never in the lake, which runs alone
 * write to. Throws `EXPORT_FOLDER` when there is no such folder, `EXPORT_INTO_LAKE`.
 */
export async function outsidePath(layout: LakeLayout, path: string): Promise<string> {
  const folder = dirname(path)
  const real = isAbsolute(path) ? await realpath(folder).catch(() => null) : null
  if (real === null) {
    throw new CineError('EXPORT_FOLDER', `There is no folder ${folder} to write ${basename(path)} into.`, {
      hint: 'Make the folder first, or name a file in another one.',
      details: { path },
    })
  }
  // A lake that is not there yet holds nothing that could be written over.
  const lake = await realpath(layout.root).catch(() => null)
  if (lake !== null && (isInside(real, lake) || real === lake)) {
    throw new CineError('EXPORT_INTO_LAKE', `${path} lies in the lake, which only runs write to.`, {
      hint: 'Name a file outside the lake.',
      details: { path, lake: layout.root },
    })
  }
  return join(real, basename(path))
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}
