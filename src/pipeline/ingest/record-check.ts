import { isUtf8 } from 'node:buffer'
import type { RecordParser } from './record-parser.ts'
import type { RejectReason, ScanOptions } from './records.ts'

/** A key of the layout, by its position in the file. */
export interface KeyColumn {
  column: number
  name: string
  pattern?: RegExp
  /** It may be blank. */
  optional?: boolean
}

interface Fault {
  reason: RejectReason
  detail: string
}

export const NOT_UTF8: Fault = { reason: 'INVALID_ENCODING', detail: 'its bytes are not valid UTF-8' }
const HAS_NUL: Fault = { reason: 'INVALID_ENCODING', detail: 'it contains a NUL byte' }
const QUOTE = 0x22

/** Checks what a record holds, once its form is known to be good. */
export class RecordCheck {
  readonly #keys: readonly KeyColumn[]
  readonly #parser: RecordParser
  readonly #anyBytes: boolean
  readonly #ragged: boolean
  readonly #delimiter: number

  constructor(parser: RecordParser, { keys, anyBytes = false, ragged = false, delimiter }: ScanOptions) {
    this.#parser = parser
    this.#keys = keys
    this.#anyBytes = anyBytes
    this.#ragged = ragged
    this.#delimiter = delimiter.charCodeAt(0)
  }

  /** What is wrong with the record that the parser last parsed, or null. The encoding comes last, so that a
   * file found to be windows-1252 later only has to forget the records that are `NOT_UTF8`. */
  fault(window: Buffer, start: number, columns: number, suspicious: boolean): Fault | null {
    const found = this.#parser.columns
    if (found !== columns && !(this.#ragged && (found < columns || this.#endsEmpty(window, found - columns))))
      return { reason: 'COLUMN_COUNT', detail: `${found} columns where the header has ${columns}` }
    const keyFault = this.#keyFault(window)
    if (keyFault !== null || !suspicious) return keyFault
    const bytes = window.subarray(start, this.#parser.end)
    if (bytes.includes(0)) return HAS_NUL
    return this.#anyBytes || isUtf8(bytes) ? null : NOT_UTF8
  }

  /** Whether the last `count` columns are empty. */
  #endsEmpty(bytes: Buffer, count: number): boolean {
    const { end } = this.#parser
    for (let i = end - count; i < end; i++) if (bytes[i] !== this.#delimiter) return false
    return true
  }

  #keyFault(bytes: Buffer): Fault | null {
    for (const key of this.#keys) {
      if (key.column >= this.#parser.columns) {
        if (key.optional) continue
        return checkValue(key, '')
      }
      const start = this.#parser.columnStart(key.column)
      const end = this.#parser.columnEnd(key.column)
      // Most keys are plain ASCII words that any value will do for: one look at the first byte settles it.
      const first = start < end ? (bytes[start] as number) : 0
      if (key.pattern === undefined && first > QUOTE && first < 0x7f) continue
      const raw = bytes.toString('utf8', start, end)
      const fault = checkValue(key, this.#parser.quotes ? unquoted(raw) : raw.trim())
      if (fault) return fault
    }
    return null
  }
}

function unquoted(raw: string): string {
  if (raw.charCodeAt(0) !== QUOTE) return raw.trim()
  return raw.slice(1, raw.lastIndexOf('"')).replaceAll('""', '"').trim()
}

function checkValue(key: KeyColumn, value: string): Fault | null {
  if (value === '') return key.optional ? null : { reason: 'MISSING_KEY', detail: `${key.name} is empty` }
  if (key.pattern && !key.pattern.test(value))
    return { reason: 'BAD_KEY', detail: `${key.name} is ${JSON.stringify(value.slice(0, 100))}` }
  return null
}
