import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { PushedFile, PushResult } from '../../api.ts'
import { CineError, throwIfCancelled } from '../../errors.ts'
import type { HdfsClient } from './client.ts'
import { isSame } from './is-same.ts'
import type { HdfsFolder } from './paths.ts'
import { sendFile } from './send-file.ts'
import { tidyTempFolder } from './temp-folder.ts'

export interface PushProgress {
  /** Relative to `raw/`. */
  file: string
  bytes_done: number
  bytes_total: number
}

export interface PushOptions {
  signal?: AbortSignal | undefined
  onProgress?: (progress: PushProgress) => void
}

interface LocalFile {
  path: string
  /** Relative to `raw/`, with `/`. */
  name: string
  bytes: number
}

/**
 * Makes the folder of HDFS hold everything that `raw/` of the lake holds: what is there with the same length
 * and checksum is left, the rest is sent. Files that only HDFS has are not touched. Throws `HDFS_…`.
 */
export async function pushRaw(
  raw: string,
  hdfs: HdfsClient,
  base: HdfsFolder,
  options: PushOptions = {},
): Promise<PushResult> {
  const started = performance.now()
  const files = await rawFiles(raw)
  const total = files.reduce((sum, file) => sum + file.bytes, 0)
  let done = 0
  const tell = (file: LocalFile) =>
    options.onProgress?.({ file: file.name, bytes_done: done, bytes_total: total })
  const remote = new Map((await hdfs.files(base.path, options)).map((file) => [file.path, file]))
  if (remote.size === 0) await hdfs.makeFolder(base.path, { permission: '775', signal: options.signal })

  const results: PushedFile[] = []
  for (const file of files) {
    throwIfCancelled(options.signal)
    const before = done
    const path = `${base.path}/${file.name}`
    const onBytes = (bytes: number) => {
      done = Math.min(before + file.bytes, done + bytes)
      tell(file)
    }
    const there = remote.get(path)
    const same = there !== undefined && (await isSame(hdfs, file, there, { signal: options.signal, onBytes }))
    if (!same) {
      done = before
      await sendFile(hdfs, file.path, path, {
        base: base.path,
        name: file.name,
        signal: options.signal,
        onBytes,
      })
    }
    done = before + file.bytes
    tell(file)
    results.push({ file: file.name, hdfs_path: path, bytes: file.bytes, status: same ? 'unchanged' : 'sent' })
  }
  await tidyTempFolder(hdfs, base.path, options.signal)
  return {
    base: base.uri,
    files: results,
    bytes: total,
    sent_bytes: results.reduce((sum, { bytes, status }) => sum + (status === 'sent' ? bytes : 0), 0),
    seconds: Math.round(performance.now() - started) / 1000,
  }
}

/** Every file of `raw/`; a marker after the data that it speaks for. Links are passed over: they may lead out. */
async function rawFiles(raw: string): Promise<LocalFile[]> {
  const entries = await readdir(raw, { withFileTypes: true, recursive: true }).catch((error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name)
        return { path, name: relative(raw, path).split(sep).join('/'), bytes: (await stat(path)).size }
      }),
  )
  if (files.length === 0) {
    throw new CineError('NOTHING_LANDED', `The lake has nothing to send: ${raw} is empty.`, {
      hint: 'Land files first: cine ingest --from DIR',
      details: { path: raw },
    })
  }
  const isMarker = (name: string) => Number(name.endsWith('_SUCCESS.json'))
  return files.sort(
    (one, other) => isMarker(one.name) - isMarker(other.name) || (one.name < other.name ? -1 : 1),
  )
}
