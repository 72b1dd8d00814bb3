import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { CineError } from '../errors.ts'
import type { LandedMarker } from '../lake/landed.ts'
import type { SourceSpec } from '../sources/index.ts'
import { EncodingWatch } from './encoding.ts'
import type { Inspection } from './inspect.ts'
import { keyColumns } from './key-columns.ts'
import { bestReading } from './reading.ts'
import { type Reading, Tally } from './tally.ts'
import { recordDecoder, type Transcoder, transcoder } from './transcode.ts'

type Verdict = Pick<
  LandedMarker,
  'sha256' | 'bytes' | 'rows' | 'rejected' | 'plain' | 'encoding' | 'sep_line' | keyof Reading
>

/** All that is learnt of a file in the one pass over its bytes: hash, size, encoding, records. */
export class LandingPass {
  readonly #file: string
  readonly #inspection: Inspection
  readonly #spec: SourceSpec
  readonly #hash = createHash('sha256')
  readonly #watch = new EncodingWatch()
  readonly #toText: Transcoder
  #tally: Tally
  #bytes = 0
  #sha256 = ''

  constructor(file: string, inspection: Inspection, spec: SourceSpec) {
    this.#file = file
    this.#inspection = inspection
    this.#spec = spec
    this.#toText = transcoder(inspection.encoding)
    this.#tally = this.#newTally({ quoting: 'doubled', ragged: false })
  }

  get rows(): number {
    return this.#tally.rows
  }

  push(chunk: Buffer): void {
    this.#hash.update(chunk)
    this.#bytes += chunk.length
    this.#scan(this.#toText.push(chunk))
  }

  end(): void {
    this.#sha256 = this.#hash.digest('hex')
    this.#scan(this.#toText.end())
    this.#tally.end()
  }

  /** Reads it in other ways, from where it was written, when that may mend what is broken. */
  async settleReading(path: string): Promise<void> {
    const again = () => createReadStream(path, { highWaterMark: 1 << 20 })
    this.#tally = await bestReading(again, this.#tally, this.#inspection, (reading) =>
      this.#newTally(reading),
    )
  }

  totals(): { sha256: string; bytes: number; rows: number } {
    return { sha256: this.#sha256, bytes: this.#bytes, rows: this.rows }
  }

  /** What the marker says. Throws `INGEST_ENCODING`, `INGEST_NO_ROWS`, `INGEST_BROKEN_QUOTING`. */
  verdict(): Verdict {
    const { rows, rejected, faults: certain, plain, reading } = this.#tally
    const encoding = this.#inspection.certain ? this.#inspection.encoding : this.#watch.finish()
    if (encoding === null) throw this.#noEncoding()
    if (rows === 0)
      throw new CineError('INGEST_NO_ROWS', `${this.#file} has a header but not one row.`, {
        hint: 'Check the export: nothing was landed.',
        details: { file: this.#file, columns: this.#inspection.header.slice(0, 100) },
      })
    // In windows-1252 the bytes that are not UTF-8 are letters.
    const faults = recordDecoder(encoding) ? certain : rejected
    if (faults === rows && this.#tally.count('INVALID_ENCODING') === rows) throw this.#noEncoding()
    if (faults === rows && this.#tally.count('MISSING_KEY', 'BAD_KEY') === 0) throw this.#allBroken()
    const { sep_line } = this.#inspection
    return { ...this.totals(), rejected: faults, plain, encoding, ...reading, sep_line }
  }

  #newTally(reading: Reading): Tally {
    const keys = keyColumns(this.#spec, this.#inspection.header)
    return new Tally(this.#file, this.#inspection, keys, reading)
  }

  #scan(text: Buffer): void {
    if (!this.#inspection.certain) this.#watch.update(text)
    this.#tally.push(text)
  }

  #noEncoding(): CineError {
    const file = this.#file
    return new CineError('INGEST_ENCODING', `${file} is neither UTF-8, UTF-16 nor Windows-1252 text.`, {
      hint: 'Save it again as UTF-8.',
      details: { file },
    })
  }

  #allBroken(): CineError {
    const { rows, firstFault, reasons } = this.#tally
    return new CineError(
      'INGEST_BROKEN_QUOTING',
      `Not one of the ${rows} records of ${this.#file} is well formed (${firstFault}).`,
      {
        hint: 'Check the quotes and the delimiter of the file; nothing was landed.',
        details: { file: this.#file, rows, reasons: Object.fromEntries(reasons) },
      },
    )
  }
}
