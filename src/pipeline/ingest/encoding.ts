import { isAscii, isUtf8 } from 'node:buffer'
import type { LandedMarker } from '../lake/landed.ts'

export type Encoding = LandedMarker['encoding']

/** What the byte order mark of a file says of it, if there is one. */
export function sniffBom(head: Buffer): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  // FF FE 00 00 would be UTF-32: its NUL bytes have it refused as binary.
  if (head[0] === 0xff && head[1] === 0xfe && !(head[2] === 0 && head[3] === 0)) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null
}

const LOOKED_AT = 4096

/** UTF-16 without its mark: in a header of mostly ASCII, every other byte is NUL, and no other one. */
export function sniffWide(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(LOOKED_AT, head.length) & ~1
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++
    if (head[i + 1] === 0) odd++
  }
  const most = length * 0.3
  if (odd > most && even === 0) return 'utf-16le'
  return even > most && odd === 0 ? 'utf-16be' : null
}

/** Bytes that windows-1252 leaves undefined. */
const UNDEFINED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])
/** Of a chunk that is valid UTF-8, the bytes whose characters are counted for all of it. */
const SAMPLE = 32 * 1024
/** A file is taken for a mixture when the rarer of its two encodings has this share of its characters. */
const MIXED_SHARE = 0.05
const MIXED_LEAST = 5

/**
 * Watches a whole stream of bytes (without a byte order mark) to tell UTF-8 from windows-1252. One bad byte
 * (a file cut inside a character) must not turn a UTF-8 file into mojibake, so the majority decides; when
 * both are there in number, the file is a mixture, to be decided record by record.
 */
export class EncodingWatch {
  #characters = 0
  #strays = 0
  #undefined1252 = 0
  #tail: Buffer = Buffer.alloc(0)
  /** The byte before the tail. */
  #before = 0

  update(chunk: Buffer): void {
    const bytes = this.#tail.length > 0 ? Buffer.concat([this.#tail, chunk]) : chunk
    const cut = characterBoundary(bytes)
    this.#tail = bytes.subarray(cut)
    if (cut > 0) this.#before = bytes[cut - 1] as number
    this.#count(bytes.subarray(0, cut))
  }

  /** The encoding of all that was seen; null when it is none of them. */
  finish(): 'utf-8' | 'windows-1252' | 'utf-8+windows-1252' | null {
    if (!this.#endsInCharacter()) this.#count(this.#tail)
    this.#tail = Buffer.alloc(0)
    const characters = this.#characters
    const strays = this.#strays
    if (strays === 0) return 'utf-8'
    const rarer = Math.min(characters, strays)
    const mixed = rarer >= MIXED_LEAST && rarer >= MIXED_SHARE * (characters + strays)
    if (mixed && this.#undefined1252 === 0) return 'utf-8+windows-1252'
    if (characters > strays) return 'utf-8'
    return this.#undefined1252 === 0 ? 'windows-1252' : null
  }

  /** The file was cut within a character of UTF-8: a sign of UTF-8, not of another encoding. */
  #endsInCharacter(): boolean {
    const { length } = this.#tail
    if (length === 0) return false
    if (length > 1 || this.#characters > 0) return true
    // One byte alone: in windows-1252 those that begin the letters of Western Europe are capitals.
    const lead = this.#tail[0] as number
    return this.#strays === 0 && leadLength(lead) === 2 && isSmallLetter(this.#before)
  }

  #count(bytes: Buffer): void {
    if (isAscii(bytes)) return
    if (isUtf8(bytes)) {
      const sample = Math.min(SAMPLE, bytes.length)
      let found = 0
      for (let i = 0; i < sample; i++) if ((bytes[i] as number) >= 0xc0) found++
      // Outside of the sample there may be the only one.
      this.#characters += Math.max(1, (found * bytes.length) / sample)
      return
    }
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i] as number
      if (byte < 0x80) continue
      const length = characterLength(bytes, i)
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

const isSmallLetter = (byte: number) => byte >= 0x61 && byte <= 0x7a

/** Length that a lead byte announces; 1 for a byte that leads nothing. */
function leadLength(byte: number): number {
  if (byte >= 0xf0 && byte <= 0xf4) return 4
  if (byte >= 0xe0 && byte < 0xf0) return 3
  return byte >= 0xc2 && byte < 0xe0 ? 2 : 1
}

/** Length of the UTF-8 character at `i`, or 1 for a stray byte. */
function characterLength(bytes: Buffer, i: number): number {
  const length = leadLength(bytes[i] as number)
  if (length === 1 || i + length > bytes.length) return 1
  for (let k = 1; k < length; k++) if (((bytes[i + k] as number) & 0xc0) !== 0x80) return 1
  // Overlong forms and surrogates are left to the one who knows.
  return length === 2 || isUtf8(bytes.subarray(i, i + length)) ? length : 1
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
