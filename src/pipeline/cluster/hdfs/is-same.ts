import type { HdfsClient, HdfsStatus } from './client.ts'
import { localChecksum } from './file-checksum.ts'
import { remoteChecksum } from './remote-checksum.ts'

interface Options {
  signal?: AbortSignal | undefined
  /** Told of what is read here, as it is read. */
  onBytes?: (bytes: number) => void
}

/** Whether HDFS holds just what lies here: by length, then by checksum. */
export async function isSame(
  hdfs: HdfsClient,
  local: { path: string; bytes: number },
  remote: HdfsStatus,
  options: Options,
): Promise<boolean> {
  if (local.bytes !== remote.bytes) return false
  const checksum = await remoteChecksum(hdfs, remote, options.signal)
  // Without one, the length has to do: what lies in raw/ never changes.
  return checksum === null || (await localChecksum(local.path, checksum.kind, options)) === checksum.md5
}
