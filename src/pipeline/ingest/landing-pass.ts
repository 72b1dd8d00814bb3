import { createHash } from 'node:crypto'
import { CineError } from '../errors.ts'
import type { LandedMarker } from '../lake/landed.ts'
import type { SourceSpec } from '../sources/index.ts'
import { EncodingWatch } from './encoding.ts'
import type { Inspection } from './inspect.ts'
import { keyColumns } from './key-columns.ts'
import type { BrokenRecord, RejectReason } from './records.ts'
import { RecordScanner } from './scanner.ts'
import { type Transcoder, transcoder } from './transcode.ts'

type Verdict = Pick<LandedMarker, 'sha256' | 'bytes' | 'rows' | 'rejected' | 'plain' | 'encoding'>

/** All that is learnt of a file in the one pass over its bytes: hash, size, encoding, records. */
export class LandingPass {
  readonly #file: string
  readonly #inspection: Inspection
  readonly #hash = createHash('sha256')
  readonly #watch = new EncodingWatch()
  readonly #scanner: RecordScanner
  readonly #toUtf8: Transcoder
  readonly #reasons = new Map<RejectReason, number>()
  #firstFault: string | null = null
  #bytes = 0
  #sha256 = ''

  constructor(file: string, inspection: Inspection, spec: SourceSpec) {
    this.#file = file
    this.#inspection = inspection
    // An 8-bit file is scanned as it is: what ends a record is ASCII in UTF-8 and in windows-1252 alike,
    // and which of the two it is shows only at its end.
    this.#toUtf8 = transcoder(inspection.certain ? inspection.encoding : 'utf-8', file)
    this.#scanner = new RecordScanner(
      { delimiter: inspection.delimiter, keys: keyColumns(spec, inspection.header) },
      { header: (record) => this.#header(record), good: () => {}, broken: (record) => this.#broken(record) },
    )
  }

  get rows(): number {
    return this.#scanner.rows
  }

  push(chunk: Buffer): void {
    this.#hash.update(chunk)
    this.#bytes += chunk.length
    if (!this.#inspection.certain) this.#watch.update(chunk)
    this.#scanner.push(this.#toUtf8.push(chunk))
  }

  end(): void {
    this.#sha256 = this.#hash.digest('hex')
    this.#scanner.push(this.#toUtf8.end())
    this.#scanner.end()
  }

  totals(): { sha256: string; bytes: number; rows: number } {
    return { sha256: this.#sha256, bytes: this.#bytes, rows: this.rows }
  }

  /** What the marker says. Throws `INGEST_ENCODING`, `INGEST_NO_ROWS`, `INGEST_BROKEN_QUOTING`. */
  verdict(): Verdict {
    const file = this.#file
    const encoding = this.#inspection.certain ? this.#inspection.encoding : this.#watch.finish()
    if (encoding === null) throw this.#noEncoding()
    const { rows, rejected, notUtf8, plain } = this.#scanner
    if (rows === 0)
      throw new CineError('INGEST_NO_ROWS', `${file} has a header but not one row.`, {
        hint: 'Check the export: nothing was landed.',
        details: { file, columns: this.#inspection.header },
      })
    // In windows-1252 the bytes that are not UTF-8 are letters.
    const faults = encoding === 'windows-1252' ? rejected - notUtf8 : rejected
    if (faults === rows && this.#reasons.get('INVALID_ENCODING') === rows) throw this.#noEncoding()
    const ofKeys = (this.#reasons.get('MISSING_KEY') ?? 0) + (this.#reasons.get('BAD_KEY') ?? 0)
    if (faults === rows && ofKeys === 0) throw this.#allBroken(rows)
    return { ...this.totals(), rejected: faults, plain, encoding }
  }

  #header(record: Buffer): void {
    const { columns } = this.#scanner
    if (columns !== this.#inspection.header.length) throw this.#brokenHeader(record.toString())
  }

  #broken(record: BrokenRecord): void {
    if (this.#scanner.columns === 0) throw this.#brokenHeader(record.bytes.toString())
    this.#reasons.set(record.reason, (this.#reasons.get(record.reason) ?? 0) + 1)
    this.#firstFault ??= `line ${record.line}: ${record.detail}`
  }

  #noEncoding(): CineError {
    const file = this.#file
    return new CineError('INGEST_ENCODING', `${file} is neither UTF-8, UTF-16 nor Windows-1252 text.`, {
      hint: 'Save it again as UTF-8.',
      details: { file },
    })
  }

  #brokenHeader(text: string): CineError {
    return new CineError('INGEST_BROKEN_QUOTING', `The quotes in the header of ${this.#file} do not match.`, {
      hint: 'Correct the header; every field that starts with " must end with ".',
      details: { file: this.#file, header: text.slice(0, 1000) },
    })
  }

  #allBroken(rows: number): CineError {
    const reasons = Object.fromEntries(this.#reasons)
    return new CineError(
      'INGEST_BROKEN_QUOTING',
      `Not one of the ${rows} records of ${this.#file} is well formed (${this.#firstFault}).`,
      {
        hint: 'Check the quotes and the delimiter of the file; nothing was landed.',
        details: { file: this.#file, rows, reasons },
      },
    )
  }
}
