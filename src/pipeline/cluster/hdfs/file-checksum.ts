import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { crc32 } from 'node:zlib'
import { crc32c } from './crc32c.ts'

/** How HDFS cut and summed a file up. */
export interface ChecksumKind {
  crc: 'CRC32C' | 'CRC32'
  bytes_per_crc: number
  block_size: number
}

/** What HDFS does when nothing else is set. */
export const USUAL_KIND: ChecksumKind = { crc: 'CRC32C', bytes_per_crc: 512, block_size: 128 * 2 ** 20 }

/**
 * The checksum that HDFS tells of a file, computed from its bytes: the MD5 of the MD5 of each block's CRCs.
 * It depends on how the file was cut, so the same `kind` is needed on both sides.
 */
export class FileChecksum {
  readonly #kind: ChecksumKind
  readonly #blocks: Buffer[] = []
  #block: Hash = createHash('md5')
  #inBlock = 0
  #crc = 0
  #inPiece = 0
  readonly #pending = Buffer.alloc(4 * 4096)
  #pendingBytes = 0

  constructor(kind: ChecksumKind = USUAL_KIND) {
    this.#kind = kind
  }

  update(bytes: Uint8Array): void {
    const { bytes_per_crc, block_size } = this.#kind
    for (let at = 0; at < bytes.length; ) {
      const length = Math.min(bytes.length - at, bytes_per_crc - this.#inPiece, block_size - this.#inBlock)
      this.#crc = this.#sum(bytes, at, at + length)
      at += length
      this.#inPiece += length
      this.#inBlock += length
      if (this.#inPiece === bytes_per_crc) this.#endPiece()
      if (this.#inBlock === block_size) this.#endBlock()
    }
  }

  /** In hexadecimal. */
  digest(): string {
    if (this.#inBlock > 0) this.#endBlock()
    const sums = Buffer.concat(this.#blocks)
    // HDFS hashes the whole of a buffer that grows by doubling, the unused rest of it included.
    let capacity = 32
    while (capacity < sums.length) capacity *= 2
    return createHash('md5')
      .update(sums)
      .update(Buffer.alloc(capacity - sums.length))
      .digest('hex')
  }

  #sum(bytes: Uint8Array, from: number, to: number): number {
    return this.#kind.crc === 'CRC32C'
      ? crc32c(bytes, from, to, this.#crc)
      : crc32(bytes.subarray(from, to), this.#crc)
  }

  #endPiece(): void {
    this.#pendingBytes = this.#pending.writeInt32BE(this.#crc | 0, this.#pendingBytes)
    if (this.#pendingBytes === this.#pending.length) this.#flush()
    this.#crc = 0
    this.#inPiece = 0
  }

  #endBlock(): void {
    if (this.#inPiece > 0) this.#endPiece()
    this.#flush()
    this.#blocks.push(this.#block.digest())
    this.#block = createHash('md5')
    this.#inBlock = 0
  }

  #flush(): void {
    this.#block.update(this.#pending.subarray(0, this.#pendingBytes))
    this.#pendingBytes = 0
  }
}

/** Of a local file; `onBytes` is told how many were read. */
export async function localChecksum(
  path: string,
  kind: ChecksumKind,
  options: { signal?: AbortSignal | undefined; onBytes?: (bytes: number) => void } = {},
): Promise<string> {
  const checksum = new FileChecksum(kind)
  const stream = createReadStream(path, {
    highWaterMark: 1 << 20,
    ...(options.signal ? { signal: options.signal } : {}),
  })
  for await (const chunk of stream) {
    checksum.update(chunk)
    options.onBytes?.(chunk.length)
  }
  return checksum.digest()
}
