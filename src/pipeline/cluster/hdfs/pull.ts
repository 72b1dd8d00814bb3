import { join } from 'node:path'
import type { FetchedFile } from '../../api.ts'
import { CineError, throwIfCancelled } from '../../errors.ts'
import type { HdfsClient, HdfsStatus } from './client.ts'
import { fetchFile } from './fetch-file.ts'

export interface PullProgress {
  file: string
  bytes_done: number
  bytes_total: number
}

export interface PullOptions {
  signal?: AbortSignal | undefined
  onProgress?: (progress: PullProgress) => void
}

/**
 * Brings a file, or all that a folder holds, from HDFS into a local folder; what is there already with the
 * same content is left. Throws `HDFS_NOT_FOUND`, `HDFS_…`, `CANCELLED`.
 */
export async function pull(
  hdfs: HdfsClient,
  path: string,
  folder: string,
  options: PullOptions = {},
): Promise<FetchedFile[]> {
  const files = await hdfs.files(path, options)
  if (files.length === 0 && (await hdfs.stat(path, options)) === null) {
    throw new CineError('HDFS_NOT_FOUND', `HDFS has no ${path}.`, {
      hint: 'Look at what there is: cine cluster ls',
    })
  }
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const fetched: FetchedFile[] = []
  let done = 0
  for (const file of files) {
    throwIfCancelled(options.signal)
    const before = done
    const local = join(folder, ...localNames(file, path))
    const tell = () => options.onProgress?.({ file: file.path, bytes_done: done, bytes_total: total })
    const changed = await fetchFile(hdfs, file, local, {
      signal: options.signal,
      onBytes: (bytes) => {
        done = Math.min(before + file.bytes, done + bytes)
        tell()
      },
    })
    done = before + file.bytes
    tell()
    fetched.push({
      hdfs_path: file.path,
      path: local,
      bytes: file.bytes,
      status: changed ? 'fetched' : 'unchanged',
    })
  }
  return fetched
}

/** The names below the asked folder; a file that was asked for itself keeps its own. Throws `HDFS_BAD_NAME`. */
function localNames(file: HdfsStatus, asked: string): string[] {
  const names = file.path === asked ? [file.name] : file.path.slice(asked.length + 1).split('/')
  if (names.every((name) => name !== '' && name !== '.' && name !== '..' && !name.includes('\\')))
    return names
  throw new CineError('HDFS_BAD_NAME', `${file.path} cannot be a file name here.`, {
    hint: 'Rename it in HDFS, then try again.',
  })
}
