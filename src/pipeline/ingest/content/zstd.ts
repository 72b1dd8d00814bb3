import { pipeline, Readable } from 'node:stream'
// By its whole: an older Node, which may host the engine, would refuse to load a name that it does not have.
import zlib from 'node:zlib'
import { ByteReader } from './byte-reader.ts'

const FRAME = 0xfd2fb528
/** 0x184D2A50 to 0x184D2A5F: a frame to be skipped, which `pzstd` writes before each of its own. */
const SKIPPABLE = 0x184d2a5
const ID_BYTES = [0, 1, 2, 4]
const SIZE_BYTES = [0, 2, 4, 8]

/**
 * The content of a Zstandard file of any number of frames (RFC 8878). Node's own decompressor ends after
 * the first one without a word, so that each frame is found here and given to a decompressor of its own.
 * Throws an error whose code begins with `ZSTD_`.
 */
export async function* unzstd(source: AsyncIterable<Buffer>, chunkSize: number): AsyncIterable<Buffer> {
  const input = new ByteReader(source)
  try {
    while (await input.has(1)) {
      const magic = (await take(input, 4)).readUInt32LE()
      if (magic >>> 4 === SKIPPABLE) {
        const size = (await take(input, 4)).readUInt32LE()
        for await (const _ of whole(input, size));
      } else if (magic === FRAME) {
        const unpacked = zlib.createZstdDecompress({ chunkSize })
        yield* pipeline(Readable.from(frame(input)), unpacked, () => {})
      } else {
        throw zstdError('what follows is no frame')
      }
    }
  } finally {
    await input.close()
  }
}

/** The bytes of a frame, its magic number (which was read already) included. */
async function* frame(input: ByteReader): AsyncIterable<Buffer> {
  const magic = Buffer.alloc(4)
  magic.writeUInt32LE(FRAME)
  const descriptor = await take(input, 1)
  const flags = descriptor[0] as number
  const singleSegment = (flags & 0x20) !== 0
  const sizeFlag = flags >> 6
  const sizeBytes = sizeFlag === 0 ? (singleSegment ? 1 : 0) : (SIZE_BYTES[sizeFlag] as number)
  const rest = (singleSegment ? 0 : 1) + (ID_BYTES[flags & 3] as number) + sizeBytes
  yield Buffer.concat([magic, descriptor, await take(input, rest)])
  for (;;) {
    const header = await take(input, 3)
    yield header
    const word = header.readUIntLE(0, 3)
    const repeated = ((word >> 1) & 3) === 1
    yield* whole(input, repeated ? 1 : word >> 3)
    if ((word & 1) === 1) break
  }
  if ((flags & 4) !== 0) yield await take(input, 4)
}

async function take(input: ByteReader, length: number): Promise<Buffer> {
  const bytes = await input.take(length)
  if (bytes === null) throw zstdError('unexpected end of file')
  return bytes
}

async function* whole(input: ByteReader, length: number): AsyncIterable<Buffer> {
  let left = length
  while (left > 0) {
    const bytes = await input.some(left)
    if (bytes === null) throw zstdError('unexpected end of file')
    left -= bytes.length
    yield bytes
  }
}

function zstdError(message: string): Error {
  return Object.assign(new Error(message), { code: 'ZSTD_error_frame' })
}
