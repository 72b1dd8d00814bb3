import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { cancelled, throwIfCancelled } from '../errors.ts'
import type { LandedFile } from '../lake/landed.ts'
import { keyColumns } from './key-columns.ts'
import { type BrokenRecord, RecordScanner, type RecordSink, type RejectReason } from './scanner.ts'
import { sourceById } from './sources/index.ts'
import { joinRecord, splitRecord } from './split-record.ts'
import { transcoder } from './transcode.ts'

/** A record that the transform does not get, as the `rejects` table tells it. */
export interface Reject {
  line: number
  reason: RejectReason
  detail: string
  /** Its text, cut at `RAW_LENGTH` characters. */
  raw: string
}

export interface CleanCopyOptions {
  /** Only the first N records; broken ones count among them. */
  limit?: number
  onReject(reject: Reject): void
  signal?: AbortSignal
}

export interface CleanCopyResult {
  rows_in: number
  good: number
  rejected: number
}

const RAW_LENGTH = 10_000

/** Whether a landed file can only be read through a clean copy: anything but plain UTF-8 without rejects. */
export function needsCleanCopy(landed: LandedFile): boolean {
  return landed.encoding !== 'utf-8' || landed.rejected > 0 || !landed.plain
}

/**
 * Writes the header and the good records of a landed file to `destination`: UTF-8 without a byte order
 * mark, LF after each record, nothing that two CSV readers could read differently. A record keeps its
 * bytes, but for an irregular one, which is written again with all its fields quoted.
 * Throws `CANCELLED`, and what the system said (a full disk…).
 */
export async function cleanCopy(
  landed: LandedFile,
  destination: string,
  options: CleanCopyOptions,
): Promise<CleanCopyResult> {
  const { signal } = options
  throwIfCancelled(signal)
  const out = new CopySink(landed.delimiter, options.onReject)
  const keys = keyColumns(sourceById(landed.source), landed.columns)
  const limit = options.limit === undefined ? {} : { limit: options.limit }
  const scanner = new RecordScanner({ delimiter: landed.delimiter, keys, ...limit }, out)
  const toUtf8 = transcoder(landed.encoding, landed.file)

  const handle = await open(destination, 'w')
  const source = createReadStream(landed.path, { highWaterMark: 1 << 20 })
  try {
    for await (const chunk of source) {
      if (signal?.aborted) throw cancelled()
      scanner.push(toUtf8.push(chunk))
      await handle.writeFile(out.take())
      if (scanner.done) break
    }
    if (!scanner.done) scanner.push(toUtf8.end())
    scanner.end()
    await handle.writeFile(out.take())
  } finally {
    source.destroy()
    await handle.close()
  }
  return { rows_in: scanner.rows, good: scanner.rows - scanner.rejected, rejected: scanner.rejected }
}

/** Gathers what is to be written; runs of good records are copied in one go. */
class CopySink implements RecordSink {
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

const LINE_END = Buffer.from('\n')
