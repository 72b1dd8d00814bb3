import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path/posix'
import { CineError, cancelled } from '../../errors.ts'
import type { HdfsClient } from './client.ts'
import { refusal, remoteException } from './errors.ts'
import { explainBroken } from './explain.ts'
import { FileChecksum, localChecksum, USUAL_KIND } from './file-checksum.ts'
import { putStream } from './put-stream.ts'
import { remoteChecksum } from './remote-checksum.ts'
import { tempPath } from './temp-folder.ts'

/** A NameNode that is gone takes nothing away: what is left is listed by `cluster purge`. */
const CLEAN_UP_MS = 5000

export interface SendOptions {
  /** The folder of the lake on HDFS that the file goes into. */
  base: string
  /** For people. */
  name: string
  signal?: AbortSignal | undefined
  onBytes?: (bytes: number) => void
}

/**
 * Sends a local file to HDFS: under another name, checked against the checksum that HDFS computed, then moved
 * into its place at once. Until then nothing of it is seen; when it fails, nothing of it is left. Throws
 * `HDFS_…`, `CANCELLED`.
 */
export async function sendFile(
  hdfs: HdfsClient,
  local: string,
  path: string,
  options: SendOptions,
): Promise<void> {
  const temp = tempPath(options.base)
  const what = `sending ${options.name}`
  try {
    const md5 = await sendAs(hdfs, local, temp, what, options)
    await verify(hdfs, local, temp, md5, what, options.signal)
    await hdfs.makeFolder(dirname(path), { permission: '775', signal: options.signal })
    await hdfs.moveOver(temp, path, { signal: options.signal })
  } catch (error) {
    await hdfs.remove(temp, { recursive: false, timeoutMs: CLEAN_UP_MS }).catch(() => {})
    throw options.signal?.aborted ? cancelled() : error
  }
}

async function sendAs(
  hdfs: HdfsClient,
  local: string,
  temp: string,
  what: string,
  options: SendOptions,
): Promise<string> {
  const { size } = await stat(local)
  const transfer = { path: temp, what, bytes: size }
  const explained = async (error: unknown) => {
    options.signal?.throwIfAborted()
    throw await explainBroken(hdfs, transfer, error)
  }
  const params = { overwrite: true, blocksize: USUAL_KIND.block_size }
  const call = { method: 'PUT' as const, params, signal: options.signal, what }
  const location = await hdfs.web.location('CREATE', temp, call).catch(explained)
  const checksum = new FileChecksum()
  const source = createReadStream(local, { highWaterMark: 1 << 20 })
  source.on('data', (chunk) => {
    checksum.update(chunk as Buffer)
    options.onBytes?.(chunk.length)
  })
  const answer = await putStream(location, source, { bytes: size, signal: options.signal }).catch(explained)
  if (answer.status === 201 || answer.status === 200) return checksum.digest()
  const remote = remoteException(answer.body)
  return explained(
    remote ? refusal(remote, what, hdfs.web.advice) : new Error(`it answered with ${answer.status}.`),
  )
}

/** What lies in HDFS is what was read here, by length and by checksum. Throws `HDFS_CORRUPT`. */
async function verify(
  hdfs: HdfsClient,
  local: string,
  temp: string,
  md5: string,
  what: string,
  signal?: AbortSignal,
): Promise<void> {
  const [{ size }, sent] = await Promise.all([stat(local), hdfs.stat(temp, { signal })])
  const remote = sent && sent.bytes === size ? await remoteChecksum(hdfs, sent, signal) : null
  if (sent?.bytes === size && (remote === null || remote.md5 === md5)) return
  // A cluster of other habits cuts its files differently: then the file is read once more, cut the same way.
  if (remote && (await localChecksum(local, remote.kind, { signal })) === remote.md5) return
  throw new CineError('HDFS_CORRUPT', `What arrived in HDFS is not what was sent (${what}).`, {
    hint: 'Run the same command again. When it happens again, look at the disks and the log of the DataNode.',
    details: { path: temp, bytes: size, arrived: sent?.bytes ?? null },
  })
}
