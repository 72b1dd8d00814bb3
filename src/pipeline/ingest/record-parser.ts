import type { LandedMarker } from '../lake/landed.ts'

const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const BACKSLASH = 0x5c
/** No byte at all. */
const NEVER = -1

/** What a parse came to. `MORE`: the bytes ended before the record did. */
export const RECORD = 0
export const MORE = 1
export const BAD_QUOTE = 2
export const UNTERMINATED = 3

export type Outcome = typeof RECORD | typeof MORE | typeof BAD_QUOTE | typeof UNTERMINATED

/**
 * Finds the end of one CSV record in bytes (RFC 4180: `"` quotes, doubled inside quotes), in one tight
 * loop. A quote opens a field only as its very first byte; elsewhere in an unquoted field it is text. Lines
 * end with LF, CRLF or CR. After a closing quote only spaces may come before the delimiter. Where quotes are
 * written `\\"` instead, or are no quotes at all, what comes of it is `irregular`.
 *
 * The result of the last `parse` is in the fields: one object is used over and over, because making one a
 * record would cost more than the parse itself.
 */
export class RecordParser {
  readonly #delimiter: number
  readonly #quote: number
  readonly #escape: number
  /** Offset after the record, without and with its line end. */
  end = 0
  next = 0
  columns = 0
  /** Line ends inside quotes: how many more physical lines than one the record takes. */
  innerLines = 0
  /** Where the text after a closing quote stands, after `BAD_QUOTE`. */
  at = 0
  /** After `MORE`: whether the bytes ended inside quotes. */
  inQuotes = false
  /** Well formed, but in a way that readers disagree about: spaces around a quoted field, other quoting. */
  irregular = false
  /** A quoted field holds a quote. */
  quotesInside = false
  readonly #ends: Int32Array
  #start = 0

  /** `keptColumns`: of how many columns, from the first, to remember where they end. */
  constructor(delimiter: number, keptColumns: number, quoting: LandedMarker['quoting'] = 'doubled') {
    this.#delimiter = delimiter
    this.#quote = quoting === 'none' ? NEVER : QUOTE
    this.#escape = quoting === 'backslash' ? BACKSLASH : NEVER
    this.#ends = new Int32Array(keptColumns)
  }

  /** Parses the record that starts at `start`, reading no further than `limit`. `atEnd`: nothing comes
   * after `limit`, so that it ends the record too. */
  parse(bytes: Buffer, start: number, limit: number, atEnd: boolean): Outcome {
    const delimiter = this.#delimiter
    const quote = this.#quote
    const escaping = this.#escape
    const ends = this.#ends
    const kept = ends.length
    let columns = 0
    let innerLines = 0
    let i = start
    this.#start = start
    this.inQuotes = false
    this.irregular = false
    this.quotesInside = false

    for (;;) {
      if (i < limit && bytes[i] === quote) {
        i++
        for (;;) {
          while (i < limit) {
            const byte = bytes[i] as number
            if (byte === QUOTE) break
            if (byte === escaping) {
              this.irregular = true
              i++
              if (i < limit && (bytes[i] === QUOTE || bytes[i] === BACKSLASH)) i++
              continue
            }
            if (byte <= CR && (byte === LF || (byte === CR && bytes[i + 1] !== LF))) innerLines++
            i++
          }
          if (i >= limit) {
            this.inQuotes = true
            return atEnd ? UNTERMINATED : MORE
          }
          i++
          if (i >= limit || bytes[i] !== QUOTE) break
          this.quotesInside = true
          i++
        }
        if (i < limit && bytes[i] === SPACE) {
          this.irregular = true
          while (i < limit && bytes[i] === SPACE) i++
        }
        if (i < limit) {
          const byte = bytes[i] as number
          if (byte !== delimiter && byte !== LF && byte !== CR) {
            this.at = i
            return BAD_QUOTE
          }
        }
      } else {
        while (i < limit && bytes[i] === SPACE) i++
        if (i < limit && bytes[i] === QUOTE) this.irregular = true
        while (i < limit) {
          const byte = bytes[i] as number
          if (byte === delimiter || byte === LF || byte === CR) break
          i++
        }
      }

      if (columns < kept) ends[columns] = i
      columns++
      if (i >= limit) {
        if (!atEnd) return MORE
        this.next = i
        break
      }
      if (bytes[i] === delimiter) {
        i++
        continue
      }
      // A CR that ends the bytes may be half of a CRLF.
      if (bytes[i] === CR && i + 1 >= limit && !atEnd) return MORE
      this.next = bytes[i] === CR && i + 1 < limit && bytes[i + 1] === LF ? i + 2 : i + 1
      break
    }
    this.end = i
    this.columns = columns
    this.innerLines = innerLines
    return RECORD
  }

  /** Whether a quote at the start of a field quotes it. */
  get quotes(): boolean {
    return this.#quote !== NEVER
  }

  /** Start and end of a column of the record last parsed, quotes included. */
  columnStart(column: number): number {
    return column === 0 ? this.#start : (this.#ends[column - 1] as number) + 1
  }

  columnEnd(column: number): number {
    return this.#ends[column] as number
  }
}
