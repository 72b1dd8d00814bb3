import { z } from 'zod'
import { asUnanswered } from '../health/fetch-json.ts'
import type { HdfsClient, HdfsStatus } from './client.ts'
import { refusal, remoteException } from './errors.ts'
import { explainBroken } from './explain.ts'
import type { ChecksumKind } from './file-checksum.ts'

const checksumSchema = z.object({ FileChecksum: z.object({ algorithm: z.string(), bytes: z.string() }) })

export interface RemoteChecksum {
  kind: ChecksumKind
  md5: string
}

/**
 * The checksum of a file of HDFS, told by a DataNode from what it has stored. Null when there is none that a
 * local file could be compared with: the file is empty, encrypted, or cut into stripes.
 */
export async function remoteChecksum(
  hdfs: HdfsClient,
  file: HdfsStatus,
  signal?: AbortSignal,
): Promise<RemoteChecksum | null> {
  if (!file.has_checksum || file.bytes === 0) return null
  const what = `comparing ${file.path}`
  const location = await hdfs.web.location('GETFILECHECKSUM', file.path, { signal, what })
  let body: string
  let ok: boolean
  try {
    const response = await fetch(location, { ...(signal ? { signal } : {}) })
    ok = response.ok
    body = await response.text()
  } catch (error) {
    signal?.throwIfAborted()
    throw await explainBroken(hdfs, { path: file.path, what, bytes: 0 }, asUnanswered(location, error))
  }
  const remote = remoteException(body)
  if (remote) throw refusal(remote, what, hdfs.web.advice)
  const parsed = ok ? checksumSchema.safeParse(JSON.parse(body)).data : null
  return parsed ? parseChecksum(parsed.FileChecksum, file.block_size) : null
}

/** Reads `MD5-of-0MD5-of-512CRC32C`; the MD5 lies behind twelve bytes that repeat how the file was cut. */
export function parseChecksum(
  { algorithm, bytes }: { algorithm: string; bytes: string },
  block_size: number,
): RemoteChecksum | null {
  const [, perCrc, crc] = /^MD5-of-\d+MD5-of-(\d+)(CRC32C?)$/.exec(algorithm) ?? []
  const md5 = bytes.slice(24, 56)
  if (!perCrc || !crc || md5.length !== 32) return null
  return { kind: { crc: crc as ChecksumKind['crc'], bytes_per_crc: Number(perCrc), block_size }, md5 }
}
