import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { CineError, cancelled, toCineError } from '../../errors.ts'
import { renameDurably, syncPath } from '../../lake/atomic.ts'
import { asUnanswered } from '../health/fetch-json.ts'
import type { HdfsClient, HdfsStatus } from './client.ts'
import { refusal, remoteException } from './errors.ts'
import { explainBroken } from './explain.ts'
import { FileChecksum, localChecksum } from './file-checksum.ts'
import { remoteChecksum } from './remote-checksum.ts'

export interface FetchOptions {
  signal?: AbortSignal | undefined
  onBytes?: (bytes: number) => void
}

/**
 * Brings a file of HDFS here: under another name, checked by length and checksum, then renamed, so that half
 * a file is never taken for one. False when the same file is there already. Throws `HDFS_…`, `CANCELLED`.
 */
export async function fetchFile(
  hdfs: HdfsClient,
  file: HdfsStatus,
  local: string,
  options: FetchOptions = {},
): Promise<boolean> {
  const remote = await remoteChecksum(hdfs, file, options.signal)
  const there = await stat(local).catch(() => null)
  if (
    remote &&
    there?.isFile() &&
    there.size === file.bytes &&
    (await localChecksum(local, remote.kind, options)) === remote.md5
  ) {
    return false
  }
  await mkdir(dirname(local), { recursive: true })
  const staged = `${local}.${randomUUID()}.tmp`
  const what = `fetching ${file.path}`
  const checksum = new FileChecksum(remote?.kind)
  try {
    const arrived = await copyTo(hdfs, file, staged, checksum, what, options)
    if (arrived !== file.bytes || (remote && checksum.digest() !== remote.md5))
      throw corrupt(what, file, arrived)
    await syncPath(staged)
    await renameDurably(staged, local)
    return true
  } catch (error) {
    await rm(staged, { force: true })
    throw options.signal?.aborted ? cancelled() : error
  }
}

async function copyTo(
  hdfs: HdfsClient,
  file: HdfsStatus,
  staged: string,
  checksum: FileChecksum,
  what: string,
  { signal, onBytes }: FetchOptions,
): Promise<number> {
  const location = await hdfs.web.location('OPEN', file.path, { signal, what })
  const broken = (error: unknown) =>
    explainBroken(hdfs, { path: file.path, what, bytes: 0 }, asUnanswered(location, error))
  const response = await fetch(location, signal ? { signal } : {}).catch(async (error) => {
    throw await broken(error)
  })
  if (!response.ok) {
    const remote = remoteException(await response.text())
    throw remote
      ? refusal(remote, what, hdfs.web.advice)
      : await broken(new Error(`it answered with ${response.status}`))
  }
  let arrived = 0
  const count = new Transform({
    transform(chunk: Buffer, _, done) {
      arrived += chunk.length
      checksum.update(chunk)
      onBytes?.(chunk.length)
      done(null, chunk)
    },
  })
  // A file without content has no body.
  const body = response.body ? Readable.fromWeb(response.body as ReadableStream) : Readable.from([])
  await pipeline(body, count, createWriteStream(staged, { flags: 'wx' })).catch(async (error: unknown) => {
    throw isOfTheDisk(error) ? toCineError(error) : await broken(error)
  })
  return arrived
}

/** A full or read-only disk here, not a connection that broke. */
function isOfTheDisk(error: unknown): boolean {
  return (
    error instanceof Error && 'syscall' in error && ['open', 'write', 'close'].includes(`${error.syscall}`)
  )
}

function corrupt(what: string, file: HdfsStatus, arrived: number): CineError {
  return new CineError(
    'HDFS_CORRUPT',
    `What arrived is not what HDFS holds (${what}): ${arrived} of ${file.bytes} bytes.`,
    {
      hint: 'Run the same command again. When it happens again, look at the log of the DataNode.',
      details: { path: file.path, bytes: file.bytes, arrived },
    },
  )
}
