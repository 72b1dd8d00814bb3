import { lstat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { CineError } from '../errors.ts'
import { makeFolder } from './atomic.ts'
import type { LakeLayout } from './layout.ts'
import { TABLE_NAMES } from './schema.ts'

/**
 * Makes the folders of a lake that are not there. Throws `LAKE_LINK` when one of them, or the lock, is a
 * symbolic link: what is written and removed under it would be somewhere else. The lake's own folder may be one.
 */
export async function prepareLake(layout: LakeLayout): Promise<void> {
  await makeFolders(layout.root)
  await refuseLink(layout, layout.lock)
  const tables = TABLE_NAMES.map((table) => join(layout.curated, table))
  for (const folder of [layout.raw, layout.metadata, layout.curated, ...tables, layout.runs, layout.tmp]) {
    await refuseLink(layout, folder)
    await makeFolder(folder)
  }
}

/** As `mkdir -p`, whose error on a read-only disk says only that the folder is not there. */
async function makeFolders(path: string): Promise<void> {
  try {
    await makeFolder(path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT') || dirname(path) === path)
      throw error
    await makeFolders(dirname(path))
    await makeFolder(path)
  }
}

/** Throws `LAKE_LINK` when a path of the lake is a symbolic link. */
export async function refuseLink(layout: LakeLayout, path: string): Promise<void> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!found?.isSymbolicLink()) return
  const lakePath = relative(layout.root, path)
  throw new CineError(
    'LAKE_LINK',
    `${lakePath} in the lake ${layout.root} is a symbolic link, which is never followed to write or remove.`,
    {
      hint: `Put a folder in its place. To keep a lake on another disk, make the whole lake a link, or name it with --lake.`,
      details: { lake: layout.root, path: lakePath },
    },
  )
}
