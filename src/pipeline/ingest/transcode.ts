import { isUtf8 } from 'node:buffer'
import { CineError } from '../errors.ts'
import type { Encoding } from './encoding.ts'

/** UTF-8 of each windows-1252 byte from 0x80, as the WHATWG table has it (undefined bytes are C1 controls). */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
const TO_UTF8: readonly Buffer[] = Array.from({ length: 128 }, (_, index) =>
  Buffer.from(index < 32 ? (HIGH[index] as string) : String.fromCharCode(128 + index)),
)

function windows1252ToUtf8(chunk: Buffer): Buffer {
  const out = Buffer.allocUnsafe(chunk.length * 3)
  let length = 0
  for (let i = 0; i < chunk.length; i++) {
    const byte = chunk[i] as number
    if (byte < 0x80) out[length++] = byte
    else for (const each of TO_UTF8[byte - 0x80] as Buffer) out[length++] = each
  }
  return out.subarray(0, length)
}

/**
 * UTF-8 of the bytes of a record of an 8-bit encoding other than UTF-8; null when its bytes are UTF-8
 * already. In a mixture, a record that is no UTF-8 is windows-1252.
 */
export function recordDecoder(encoding: Encoding): ((bytes: Buffer) => Buffer) | null {
  if (encoding === 'windows-1252') return windows1252ToUtf8
  if (encoding === 'utf-8+windows-1252') return (bytes) => (isUtf8(bytes) ? bytes : windows1252ToUtf8(bytes))
  return null
}

export interface Transcoder {
  /** The text of the next bytes of the file. */
  push(chunk: Buffer): Buffer
  /** That of what is left; throws `INGEST_ENCODING` when the file ends inside a character. */
  end(): Buffer
}

/**
 * Takes the bytes of a file, chunk by chunk, to what the scanner reads: UTF-16 becomes UTF-8; an 8-bit
 * encoding passes as it is (what ends a record is ASCII in all of them) but for a byte order mark.
 * Throws `INGEST_ENCODING` on bytes that UTF-16 does not allow.
 */
export function transcoder(encoding: Encoding, file: string): Transcoder {
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') return withoutBom()
  const decoder = new TextDecoder(encoding, { fatal: true })
  const decode = (chunk: Buffer | undefined) => {
    try {
      return Buffer.from(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode())
    } catch (cause) {
      throw new CineError(
        'INGEST_ENCODING',
        `${file} begins as ${encoding.toUpperCase()} text, but not all of it is.`,
        {
          hint: 'Save it again as UTF-8.',
          details: { file, encoding },
          cause,
        },
      )
    }
  }
  return { push: (chunk) => decode(chunk), end: () => decode(undefined) }
}

function withoutBom(): Transcoder {
  let start: Buffer | null = Buffer.alloc(0)
  const strip = (bytes: Buffer) => (bytes.toString('hex', 0, 3) === 'efbbbf' ? bytes.subarray(3) : bytes)
  return {
    push(chunk) {
      if (start === null) return chunk
      const bytes = start.length > 0 ? Buffer.concat([start, chunk]) : chunk
      start = bytes.length < 3 ? bytes : null
      return start === null ? strip(bytes) : Buffer.alloc(0)
    },
    end() {
      const rest = start ?? Buffer.alloc(0)
      start = null
      return strip(rest)
    },
  }
}
