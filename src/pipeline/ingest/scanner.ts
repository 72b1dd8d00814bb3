import { isUtf8 } from 'node:buffer'
import { NOT_UTF8, RecordCheck } from './record-check.ts'
import { BAD_QUOTE, MORE, RECORD, RecordParser, UNTERMINATED } from './record-parser.ts'
import type { BrokenRecord, RecordSink, ScanOptions } from './records.ts'
import { type Extent, findRestart, NEED_MORE } from './resync.ts'

const LF = 0x0a
const CR = 0x0d

const MAX_RECORD = 16 * 1024 * 1024
/** Most records that were cut end within so many bytes of the next chunk. */
const JOINED = 64 * 1024

/**
 * Reads the bytes of a delimited text file (UTF-8 without a byte order mark, or any superset of ASCII) as
 * they come and tells a sink of every record. This is the one definition of what a record is: what it
 * counts at landing, the run must read. Blank lines are not records.
 */
export class RecordScanner {
  readonly #sink: RecordSink
  readonly #parser: RecordParser
  readonly #check: RecordCheck
  readonly #limit: number
  readonly #maxRecord: number
  readonly #joined: number
  #rest: Buffer = Buffer.alloc(0)
  /** Bytes to wait for before it is worth parsing the rest again: doubling keeps a long record linear. */
  #wanted = 0
  #line = 1
  #skipping: boolean
  readonly #anyBytes: boolean
  /** Columns of the header; 0 before it was seen. */
  columns = 0
  /** Records after the header, broken ones included. */
  rows = 0
  rejected = 0
  /** Of `rejected`, those whose only fault is not to be UTF-8. */
  notUtf8 = 0
  /** Good records in which quotes do what only quotes can: a doubled one, a line end within. */
  quoted = 0
  /** Every record would be read alike by any reader: one kind of line end, no blank lines, no irregular
   * record, no lone CR. */
  plain = true
  #lineEnd = 0

  constructor(options: ScanOptions, sink: RecordSink) {
    const kept = Math.max(0, ...options.keys.map((key) => key.column + 1))
    this.#parser = new RecordParser(options.delimiter.charCodeAt(0), kept, options.quoting)
    this.#check = new RecordCheck(this.#parser, options)
    this.#limit = options.limit ?? Number.POSITIVE_INFINITY
    this.#maxRecord = options.maxRecord ?? MAX_RECORD
    this.#joined = options.joined ?? JOINED
    this.#sink = sink
    this.#anyBytes = options.anyBytes === true
    this.#skipping = options.sep_line === true
  }

  /** True once `limit` records were seen: the rest of the file need not be read. */
  get done(): boolean {
    return this.rows >= this.#limit
  }

  push(chunk: Buffer): void {
    if (this.done) return
    const rest = this.#rest
    if (rest.length === 0 || rest.length + chunk.length < this.#wanted || chunk.length <= this.#joined) {
      this.#runOrWait(rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk)
      return
    }
    // Only the record that was cut is copied, not the whole chunk after it.
    const joined = Buffer.concat([rest, chunk.subarray(0, this.#joined)])
    const from = this.#run(joined, false)
    this.#wanted = 0
    this.#runOrWait(
      from >= rest.length
        ? chunk.subarray(from - rest.length)
        : Buffer.concat([joined.subarray(from), chunk.subarray(this.#joined)]),
    )
  }

  end(): void {
    if (this.done) return
    this.#run(this.#rest, true)
    this.#rest = Buffer.alloc(0)
  }

  #runOrWait(window: Buffer): void {
    if (window.length < this.#wanted) {
      this.#rest = window
      return
    }
    this.#rest = window.subarray(this.#run(window, false))
    this.#wanted = this.#rest.length * 2
  }

  /** Tells of every record that ends in the window; returns where the first unfinished one starts. */
  #run(window: Buffer, atEnd: boolean): number {
    const parser = this.#parser
    const length = window.length
    // Checked in one go up to the last LF, where no character is cut; the few records that a lone CR ends
    // after it are checked one by one, as all of them are when the window has a fault.
    const checked = atEnd ? length : window.lastIndexOf(LF) + 1
    const text = this.#anyBytes || isUtf8(window.subarray(0, checked))
    const fine = text && !window.includes(0) ? (this.#anyBytes ? length : checked) : 0
    let start = this.#skipping ? this.#skipLine(window, 0) : 0

    while (start < length && !this.done) {
      const byte = window[start]
      if (byte === LF || byte === CR) {
        if (byte === CR && start + 1 >= length && !atEnd) break
        start += byte === CR && window[start + 1] === LF ? 2 : 1
        this.#line++
        this.plain = false
        continue
      }
      const limit = Math.min(length, start + this.#maxRecord + 1)
      const outcome = parser.parse(window, start, limit, atEnd && limit === length)
      if (outcome === RECORD) {
        this.#record(window, start, parser.next > fine)
        start = parser.next
      } else if (outcome === MORE && limit === length) {
        break
      } else {
        const next = this.#broken(window, start, outcome, limit, atEnd)
        if (next === NEED_MORE) break
        start = next
      }
    }
    return start
  }

  #record(window: Buffer, start: number, suspicious: boolean): void {
    const { end, next, columns, innerLines, irregular } = this.#parser
    const line = this.#line
    this.#line += innerLines + 1
    this.#noteLineEnd(window, end, next)
    if (irregular || (this.columns > 0 && columns !== this.columns)) this.plain = false
    if (this.columns === 0) {
      this.columns = columns
      this.#sink.header(window.subarray(start, end))
      return
    }
    const fault = this.#check.fault(window, start, this.columns, suspicious)
    if (fault !== null) {
      if (fault === NOT_UTF8) this.notUtf8++
      this.#reject({ line, ...fault, bytes: window.subarray(start, end) })
      return
    }
    this.rows++
    if (innerLines > 0 || this.#parser.quotesInside) this.quoted++
    this.#sink.good(window, start, end, next, irregular || columns !== this.columns)
  }

  /** Rejects what is broken from `start` on; returns where scanning goes on, or `NEED_MORE`. */
  #broken(window: Buffer, start: number, outcome: number, limit: number, atEnd: boolean): number {
    const parser = this.#parser
    const tooLong = outcome === MORE
    const quoted = parser.inQuotes
    const detail = DETAILS[outcome] ?? (quoted ? 'no closing quote' : 'no line end')
    const extent: Extent = { window, start, end: outcome === BAD_QUOTE ? parser.at : limit, limit, atEnd }
    const restart = findRestart(parser, extent, this.columns)
    if (restart === NEED_MORE) return NEED_MORE

    const unterminated = outcome === UNTERMINATED || (tooLong && quoted && restart.found)
    const reason = unterminated ? 'UNTERMINATED_QUOTE' : tooLong ? 'RECORD_TOO_LONG' : 'BAD_QUOTE'
    const said = tooLong ? `${detail} within ${this.#maxRecord} bytes` : detail
    this.#reject({ line: this.#line, reason, detail: said, bytes: window.subarray(start, restart.end) })
    this.#line += restart.lines
    if (!restart.insideLine) return restart.next
    this.#skipping = true
    return this.#skipLine(window, restart.next)
  }

  #reject(record: BrokenRecord): void {
    this.rows++
    this.rejected++
    this.#sink.broken(record)
  }

  /** Drops the rest of a line whose record was too long to be kept. */
  #skipLine(window: Buffer, from: number): number {
    let i = from
    while (i < window.length && window[i] !== LF && window[i] !== CR) i++
    if (i >= window.length) return window.length
    // Its line end is left: it is read as a blank line, which also counts it.
    this.#skipping = false
    return i
  }

  /** The kinds of line end seen so far, as bits; a second kind makes the file not plain. */
  #noteLineEnd(window: Buffer, end: number, next: number): void {
    if (next === end) return
    const kind = next - end === 2 ? 2 : window[end] === CR ? 4 : 1
    this.#lineEnd |= kind
    if (this.#lineEnd !== kind || kind === 4) this.plain = false
  }
}

const DETAILS: Record<number, string | undefined> = {
  [BAD_QUOTE]: 'text after a closing quote',
  [UNTERMINATED]: 'the quote that opens a field never closes',
}
