import type { LandedFile } from '../lake/landed.ts'
import type { BrokenRecord, RecordSink, RejectReason } from './records.ts'
import { joinRecord, splitRecord } from './split-record.ts'
import { recordDecoder } from './transcode.ts'

/** A record that the transform does not get, as the `rejects` table tells it. */
export interface Reject {
  line: number
  reason: RejectReason
  detail: string
  /** Its text, cut at `RAW_LENGTH` characters. */
  raw: string
}

const RAW_LENGTH = 10_000
const LINE_END = Buffer.from('\n')

/** Gathers what is to be written; runs of good records are copied in one go. */
export class CopySink implements RecordSink {
  readonly #split: (record: string) => string[]
  readonly #delimiter: string
  readonly #decode: ((record: Buffer) => Buffer) | null
  readonly #onReject: (reject: Reject) => void
  #parts: Buffer[] = []
  #window: Buffer | null = null
  #runStart = 0
  #runEnd = 0

  constructor({ delimiter, quoting, encoding, columns }: LandedFile, onReject: (reject: Reject) => void) {
    this.#delimiter = delimiter
    const empty = columns.map(() => '')
    this.#split = (record) => [...splitRecord(record, delimiter, quoting), ...empty].slice(0, empty.length)
    this.#decode = recordDecoder(encoding)
    this.#onReject = onReject
  }

  header(record: Buffer): void {
    this.#parts.push(this.#rewritten(record))
  }

  good(window: Buffer, start: number, end: number, next: number, irregular: boolean): void {
    if (irregular || this.#decode || next !== end + 1 || window[end] !== 0x0a) {
      this.#flush()
      const record = window.subarray(start, end)
      if (irregular) this.#parts.push(this.#rewritten(record))
      else this.#parts.push(this.#text(record), LINE_END)
      return
    }
    if (window !== this.#window || start !== this.#runEnd) {
      this.#flush()
      this.#window = window
      this.#runStart = start
    }
    this.#runEnd = next
  }

  broken(record: BrokenRecord): void {
    const { line, reason, detail, bytes } = record
    // Four bytes are the longest character, so this many hold all that is kept.
    const raw = this.#text(bytes.subarray(0, RAW_LENGTH * 4))
      .toString()
      .slice(0, RAW_LENGTH)
    this.#onReject({ line, reason, detail, raw })
  }

  /** What to write since the last call. */
  take(): Buffer {
    this.#flush()
    const all = Buffer.concat(this.#parts)
    this.#parts = []
    return all
  }

  #flush(): void {
    if (this.#window) this.#parts.push(this.#window.subarray(this.#runStart, this.#runEnd))
    this.#window = null
  }

  #text(record: Buffer): Buffer {
    return this.#decode ? this.#decode(record) : record
  }

  #rewritten(record: Buffer): Buffer {
    return Buffer.from(`${joinRecord(this.#split(this.#text(record).toString()), this.#delimiter)}\n`)
  }
}
