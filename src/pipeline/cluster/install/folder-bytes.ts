import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

const INTERVAL_MS = 1000

/** The size of everything in a folder; what comes or goes meanwhile is passed over. */
export async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(
    files.map((file) =>
      stat(join(file.parentPath, file.name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Tells the size of a folder once a second while `work` fills it. */
export async function watchFolder<T>(
  folder: string,
  tell: (bytes: number) => void,
  work: () => Promise<T>,
): Promise<T> {
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    void folderBytes(folder).then((bytes) => {
      busy = false
      tell(bytes)
    })
  }, INTERVAL_MS)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
