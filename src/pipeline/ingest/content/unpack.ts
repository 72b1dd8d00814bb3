import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ByteReader } from './byte-reader.ts'
import { unzstd } from './zstd.ts'

/** Bytes read at once: few enough to keep memory flat, many enough to keep the calls cheap. */
export const CHUNK = 1 << 20

export type Packing = 'none' | 'gzip' | 'zstd' | 'zip'

const MAGIC: readonly { packing: Packing; starts: readonly string[] }[] = [
  { packing: 'gzip', starts: ['1f8b'] },
  { packing: 'zstd', starts: ['28b52ffd'] },
  { packing: 'zip', starts: ['504b0304', '504b0506', '504b0708'] },
]
const SKIPPABLE_ZSTD = /^5[0-9a-f]2a4d18/
export const MAGIC_BYTES = 4

/** What a file is packed with, by its first `MAGIC_BYTES` bytes: its name may say anything. */
export function packingOf(head: Buffer): Packing {
  const start = head.toString('hex', 0, MAGIC_BYTES)
  if (SKIPPABLE_ZSTD.test(start)) return 'zstd'
  return MAGIC.find(({ starts }) => starts.some((each) => start.startsWith(each)))?.packing ?? 'none'
}

/** The content of a gzip (of any number of members) or of a Zstandard file, or the bytes as they are. */
export function unpacked(packing: Packing, source: Readable): AsyncIterable<Buffer> {
  if (packing === 'gzip') return pipeline(source, createGunzip({ chunkSize: CHUNK }), () => {})
  return packing === 'zstd' ? unzstd(source, CHUNK) : source
}

/** As `unpacked`, for a stream whose packing is not known yet. */
export async function* unpackedByMagic(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const input = new ByteReader(source)
  try {
    const known = await input.has(MAGIC_BYTES)
    const packing = known ? packingOf(input.peek(MAGIC_BYTES)) : 'none'
    yield* packing === 'none' ? input.rest() : unpacked(packing, Readable.from(input.rest()))
  } finally {
    await input.close()
  }
}
