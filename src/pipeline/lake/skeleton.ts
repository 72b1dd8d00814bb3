import { lstat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
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
  if (await isLink(path)) throw lakeLink(layout, path)
}

/** Throws `LAKE_LINK` when a path of the lake, or a folder of the lake that it is in, is a symbolic link. */
export async function refuseLinks(layout: LakeLayout, path: string): Promise<void> {
  const link = await linkWithin(layout, path)
  if (link !== null) throw lakeLink(layout, link)
}

/** The first symbolic link on the way from the lake's own folder, which may be one, to a path of the lake. */
export async function linkWithin(layout: LakeLayout, path: string): Promise<string | null> {
  let at = layout.root
  for (const name of relative(layout.root, path).split(sep)) {
    at = join(at, name)
    if (await isLink(at)) return at
  }
  return null
}

async function isLink(path: string): Promise<boolean> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
  return found?.isSymbolicLink() ?? false
}

function lakeLink(layout: LakeLayout, path: string): CineError {
  const lakePath = relative(layout.root, path)
  return new CineError(
    'LAKE_LINK',
    `${lakePath} in the lake ${layout.root} is a symbolic link, which is never followed to write or remove.`,
    {
      hint: `Put a folder or a file in its place. To keep a lake on another disk, make the whole lake a link, or name it with --lake.`,
      details: { lake: layout.root, path: lakePath },
    },
  )
}
