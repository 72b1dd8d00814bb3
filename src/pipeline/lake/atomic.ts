import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Flushes a file's or a folder's entry to the disk, so that a power cut cannot undo a rename. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // Some file systems (and Windows) refuse to sync a folder: the rename itself is still atomic there.
    if (
      !(error instanceof Error && 'code' in error && ['EINVAL', 'EPERM', 'EISDIR'].includes(`${error.code}`))
    )
      throw error
  } finally {
    await handle.close()
  }
}

/**
 * Makes a folder unless it is there. Its parent must be: a lake that was removed, or whose disk was unplugged,
 * must not be made anew, half of it, by whoever was writing to it.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return
    throw error
  }
  await syncPath(dirname(path))
}

/** Renames a finished file or folder into place and makes the rename durable. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await makeFolder(dirname(to))
  await rename(from, to)
  await syncPath(dirname(to))
}

/** Writes a whole file so that a reader sees the old or the new content, never a part. */
export async function writeFileAtomic(path: string, content: string | Uint8Array): Promise<void> {
  await makeFolder(dirname(path))
  const staged = `${path}.${randomUUID()}${STAGED_END}`
  try {
    const handle = await open(staged, 'wx')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await renameDurably(staged, path)
  } catch (error) {
    await rm(staged, { force: true })
    throw error
  }
}

const STAGED_END = '.tmp'
const STAGED = /\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/

/** Whether a name is that of a file which was being written beside its place; left by a killed process. */
export function isStaged(name: string): boolean {
  return STAGED.test(name)
}
