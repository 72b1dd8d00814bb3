import type { BrokenRecord, RecordSink, RejectReason } from './records.ts'
import { joinRecord, splitRecord } from './split-record.ts'

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
  readonly #delimiter: string
  readonly #onReject: (reject: Reject) => void
  #parts: Buffer[] = []
  #window: Buffer | null = null
  #runStart = 0
  #runEnd = 0

  constructor(delimiter: string, onReject: (reject: Reject) => void) {
    this.#delimiter = delimiter
    this.#onReject = onReject
  }

  header(record: Buffer): void {
    this.#parts.push(this.#rewritten(record))
  }

  good(window: Buffer, start: number, end: number, next: number, irregular: boolean): void {
    if (irregular || next !== end + 1 || window[end] !== 0x0a) {
      this.#flush()
      if (irregular) this.#parts.push(this.#rewritten(window.subarray(start, end)))
      else this.#parts.push(window.subarray(start, end), LINE_END)
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
    const raw = bytes.toString('utf8', 0, RAW_LENGTH * 4).slice(0, RAW_LENGTH)
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

  #rewritten(record: Buffer): Buffer {
    return Buffer.from(`${joinRecord(splitRecord(record.toString(), this.#delimiter), this.#delimiter)}\n`)
  }
}
