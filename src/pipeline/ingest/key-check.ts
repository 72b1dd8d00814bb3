import type { RecordParser } from './record-parser.ts'

/** A key of the layout, by its position in the file. */
export interface KeyColumn {
  column: number
  name: string
  pattern?: RegExp
}

export interface KeyFault {
  reason: 'MISSING_KEY' | 'BAD_KEY'
  detail: string
}

const QUOTE = 0x22

/** Checks the keys of the record that a parser last parsed. */
export class KeyCheck {
  readonly #keys: readonly KeyColumn[]
  readonly #parser: RecordParser

  constructor(keys: readonly KeyColumn[], parser: RecordParser) {
    this.#keys = keys
    this.#parser = parser
  }

  check(bytes: Buffer): KeyFault | null {
    for (const key of this.#keys) {
      const start = this.#parser.columnStart(key.column)
      const end = this.#parser.columnEnd(key.column)
      // Most keys are plain ASCII words that any value will do for: one look at the first byte settles it.
      const first = start < end ? (bytes[start] as number) : 0
      if (key.pattern === undefined && first > 0x22 && first < 0x7f) continue
      const fault = checkValue(key, bytes.toString('utf8', start, end))
      if (fault) return fault
    }
    return null
  }
}

function checkValue(key: KeyColumn, raw: string): KeyFault | null {
  const closing = raw.lastIndexOf('"')
  const value = raw.charCodeAt(0) === QUOTE ? raw.slice(1, closing).replaceAll('""', '"').trim() : raw.trim()
  if (value === '') return { reason: 'MISSING_KEY', detail: `${key.name} is empty` }
  if (key.pattern && !key.pattern.test(value))
    return { reason: 'BAD_KEY', detail: `${key.name} is ${JSON.stringify(value.slice(0, 100))}` }
  return null
}
