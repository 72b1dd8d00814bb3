import { isUtf8 } from 'node:buffer'
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
  /** That of what is left. */
  end(): Buffer
}

/**
 * Takes the bytes of a file, chunk by chunk, to what the scanner reads: UTF-16 becomes UTF-8; an 8-bit
 * encoding passes as it is (what ends a record is ASCII in all of them) but for a byte order mark.
 * What UTF-16 does not allow (half a character, where a file was cut) becomes a byte that is no UTF-8: the
 * record it stands in is a reject, the others are read.
 */
export function transcoder(encoding: Encoding): Transcoder {
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? wide(encoding) : withoutBom()
}

const NO_CHARACTER = Buffer.from([0xff])

function wide(encoding: 'utf-16le' | 'utf-16be'): Transcoder {
  let rest: Buffer = Buffer.alloc(0)
  let started = false
  const decode = (bytes: Buffer) => {
    const text = (encoding === 'utf-16be' ? Buffer.from(bytes).swap16() : bytes).toString('utf16le')
    if (text === '') return Buffer.alloc(0)
    const own = !started && text.startsWith('\ufeff') ? text.slice(1) : text
    started = true
    return wellFormed(own)
  }
  return {
    push(chunk) {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
      const even = bytes.length & ~1
      // The first half of a pair waits for the other one.
      const last = even >= 2 ? bytes[encoding === 'utf-16be' ? even - 2 : even - 1] : undefined
      const cut = last !== undefined && last >= 0xd8 && last <= 0xdb ? even - 2 : even
      rest = Buffer.from(bytes.subarray(cut))
      return decode(bytes.subarray(0, cut))
    },
    end() {
      const whole = decode(rest.subarray(0, rest.length & ~1))
      return rest.length % 2 === 1 ? Buffer.concat([whole, NO_CHARACTER]) : whole
    },
  }
}

/** UTF-8 of a text, with `NO_CHARACTER` for each half of a pair that stands alone. */
function wellFormed(text: string): Buffer {
  if (text.isWellFormed()) return Buffer.from(text)
  const parts = text.split(/\p{Surrogate}/u).flatMap((part) => [NO_CHARACTER, Buffer.from(part)])
  return Buffer.concat(parts.slice(1))
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
