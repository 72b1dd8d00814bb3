import { CineError } from '../errors.ts'
import type { LandedMarker } from '../lake/landed.ts'
import type { Inspection } from './inspect.ts'
import type { KeyColumn } from './record-check.ts'
import type { BrokenRecord, RecordSink, RejectReason } from './records.ts'
import { RecordScanner } from './scanner.ts'

/** A way to read a file: what its quotes mean, and whether its records may be uneven. */
export type Reading = Pick<LandedMarker, 'quoting' | 'ragged'>

/** The records of a file, counted, under one way to read it. */
export class Tally {
  readonly reading: Reading
  readonly reasons = new Map<RejectReason, number>()
  firstFault: string | null = null
  /** Broken records in which a backslash stands before a quote. */
  backslashes = 0
  headerQuoted = false
  readonly file: string
  readonly #inspection: Inspection
  readonly #scanner: RecordScanner

  constructor(
    file: string,
    inspection: Inspection,
    keys: readonly KeyColumn[],
    reading: Reading,
    onGood: RecordSink['good'] = () => {},
  ) {
    this.reading = reading
    this.file = file
    this.#inspection = inspection
    const { delimiter, sep_line } = inspection
    this.#scanner = new RecordScanner(
      { delimiter, ...reading, sep_line, keys },
      { header: (record) => this.#header(record), good: onGood, broken: (record) => this.#broken(record) },
    )
  }

  push(chunk: Buffer): void {
    this.#scanner.push(chunk)
  }

  end(): void {
    this.#scanner.end()
  }

  get rows(): number {
    return this.#scanner.rows
  }

  get rejected(): number {
    return this.#scanner.rejected
  }

  get notUtf8(): number {
    return this.#scanner.notUtf8
  }

  get plain(): boolean {
    return this.#scanner.plain
  }

  /** Good records that only quoting explains. */
  get quoted(): number {
    return this.#scanner.quoted
  }

  /** Broken records but those that a wider encoding would mend. */
  get faults(): number {
    return this.rejected - this.notUtf8
  }

  count(...reasons: RejectReason[]): number {
    return reasons.reduce((sum, reason) => sum + (this.reasons.get(reason) ?? 0), 0)
  }

  #header(record: Buffer): void {
    const { columns } = this.#scanner
    this.headerQuoted = record.includes('"')
    if (columns !== this.#inspection.header.length) throw this.#brokenHeader(record)
  }

  #broken(record: BrokenRecord): void {
    if (this.#scanner.columns === 0) throw this.#brokenHeader(record.bytes)
    this.reasons.set(record.reason, (this.reasons.get(record.reason) ?? 0) + 1)
    if (record.bytes.includes('\\"')) this.backslashes++
    this.firstFault ??= `line ${record.line}: ${record.detail}`
  }

  #brokenHeader(record: Buffer): CineError {
    const header = record.subarray(0, 1000).toString()
    return new CineError('INGEST_BROKEN_QUOTING', `The quotes in the header of ${this.file} do not match.`, {
      hint: 'Correct the header; every field that starts with " must end with ".',
      details: { file: this.file, header },
    })
  }
}
