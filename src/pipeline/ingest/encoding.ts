import { isAscii, isUtf8 } from 'node:buffer'
import type { LandedMarker } from '../lake/landed.ts'

export type Encoding = LandedMarker['encoding']

/** What the first bytes say: an encoding by its byte order mark, and how long that mark is. */
export function sniffBom(head: Buffer): { encoding: Encoding | null; length: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  // FF FE 00 00 would be UTF-32: its NUL bytes have it refused as binary.
  if (head[0] === 0xff && head[1] === 0xfe && !(head[2] === 0 && head[3] === 0))
    return { encoding: 'utf-16le', length: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return { encoding: null, length: 0 }
}

/** Bytes that windows-1252 leaves undefined. */
const UNDEFINED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])
/** Enough characters to know; counting more would only cost time. */
const ENOUGH = 1_000_000

/**
 * Watches a whole stream of bytes to tell UTF-8 from windows-1252. One bad byte (a file cut inside a
 * character) must not turn a UTF-8 file into mojibake, so the majority decides: the file is UTF-8 when its
 * multi-byte characters outnumber its stray bytes.
 */
export class EncodingWatch {
  #characters = 0
  #strays = 0
  #undefined1252 = 0
  #tail: Buffer = Buffer.alloc(0)

  update(chunk: Buffer): void {
    const bytes = this.#tail.length > 0 ? Buffer.concat([this.#tail, chunk]) : chunk
    const cut = characterBoundary(bytes)
    this.#tail = bytes.subarray(cut)
    this.#count(bytes.subarray(0, cut))
  }

  /** The encoding of all that was seen; null when it is neither. */
  finish(): 'utf-8' | 'windows-1252' | null {
    this.#count(this.#tail)
    this.#tail = Buffer.alloc(0)
    if (this.#strays === 0 || this.#characters > this.#strays) return 'utf-8'
    return this.#undefined1252 === 0 ? 'windows-1252' : null
  }

  #count(bytes: Buffer): void {
    if (isAscii(bytes)) return
    const valid = isUtf8(bytes)
    if (valid && this.#characters >= ENOUGH) return
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i] as number
      if (byte < 0x80) continue
      const length = valid ? leadLength(byte) : characterLength(bytes, i)
      if (length > 1) {
        this.#characters++
        i += length - 1
      } else {
        this.#strays++
        if (UNDEFINED_1252.has(byte)) this.#undefined1252++
      }
    }
  }
}

/** Length that a lead byte announces; 1 for a byte that leads nothing. */
function leadLength(byte: number): number {
  if (byte >= 0xf0 && byte <= 0xf4) return 4
  if (byte >= 0xe0 && byte < 0xf0) return 3
  return byte >= 0xc2 && byte < 0xe0 ? 2 : 1
}

/** Length of the valid UTF-8 character at `i`, or 1 for a stray byte. */
function characterLength(bytes: Buffer, i: number): number {
  const length = leadLength(bytes[i] as number)
  const whole = length > 1 && i + length <= bytes.length && isUtf8(bytes.subarray(i, i + length))
  return whole ? length : 1
}

/** Where the last, possibly unfinished, character begins when it is cut by the end of the bytes. */
function characterBoundary(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) return leadLength(byte) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}
