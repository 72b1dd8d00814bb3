/** The Kaggle room: datasets named, downloaded by Kaggle's public interface. Other rooms import only this. */
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { LakeLayout } from '../lake/layout.ts'
import { findCredentials } from './credentials.ts'
import { type Dataset, datasetsOf } from './dataset.ts'
import { downloadDataset } from './download.ts'
import { isPartial } from './partial.ts'
import { type Settings, settingsOf } from './settings.ts'

export { handToken } from './credentials.ts'

/** An archive that is to be brought to `path` before it can be landed. */
export interface KaggleArchive {
  path: string
  /** Throws `KAGGLE_…`, `DISK_FULL`, `CANCELLED`. */
  bring(onProgress: (share: number) => void): Promise<void>
  /** Removes it once it has landed, or could not; a part that can be gone on with stays. */
  remove(): Promise<void>
}

/** Where the user's token is, or null when there is none. Throws `KAGGLE_BAD_CREDENTIALS`. */
export async function tokenPlace(): Promise<string | null> {
  return (await findCredentials(() => {}))?.from ?? null
}

export interface KaggleOptions {
  signal: AbortSignal
  log(level: 'info' | 'warn', message: string): void
  settings?: Settings
}

/** After so long, what is left of a download is not worth going on with. */
const STALE_MS = 7 * 24 * 3600 * 1000

/**
 * The archives of these datasets, not yet downloaded; `default` names those of the core sources. They are kept
 * in `tmp/` of the lake, a part that was cut off too: the next time goes on with it.
 * Throws `KAGGLE_BAD_NAME`, `KAGGLE_BAD_CREDENTIALS`, `USAGE`.
 */
export async function kaggleArchives(
  layout: LakeLayout,
  names: readonly string[],
  options: KaggleOptions,
): Promise<KaggleArchive[]> {
  if (names.length === 0) return []
  const { signal, log, settings = settingsOf() } = options
  const datasets = datasetsOf(names)
  const credentials = await findCredentials((message) => log('warn', message))
  const folder = join(layout.tmp, 'kaggle')
  await removeStale(folder)
  return datasets.map((dataset) => {
    const path = archivePath(folder, dataset)
    return {
      path,
      bring: (onProgress) =>
        downloadDataset(dataset, path, {
          credentials,
          settings,
          signal,
          onProgress: (received, total) => onProgress(total ? Math.min(1, received / total) : 0),
          log: (message) => log('info', message),
        }),
      remove: async () => {
        if (!(await isPartial(path))) await rm(path, { force: true })
      },
    }
  })
}

function archivePath(folder: string, { owner, name, version }: Dataset): string {
  return join(folder, owner, `${name}${version === null ? '' : `-v${version}`}.zip`)
}

async function removeStale(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true }).catch(() => [])
  for (const entry of entries) {
    const path = join(folder, entry)
    const info = await stat(path).catch(() => null)
    if (info?.isFile() && Date.now() - info.mtimeMs > STALE_MS) await rm(path, { force: true })
  }
}
