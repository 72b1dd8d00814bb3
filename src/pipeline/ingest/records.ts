import type { LandedMarker } from '../lake/landed.ts'
import type { KeyColumn } from './record-check.ts'

export type RejectReason =
  | 'COLUMN_COUNT'
  | 'UNTERMINATED_QUOTE'
  | 'BAD_QUOTE'
  | 'MISSING_KEY'
  | 'BAD_KEY'
  | 'RECORD_TOO_LONG'
  | 'INVALID_ENCODING'

/** A record the transform must leave out. */
export interface BrokenRecord {
  /** Physical line it starts on; the header is line 1. */
  line: number
  reason: RejectReason
  detail: string
  /** Its bytes (of a record too long, the beginning). A view, valid only during the call. */
  bytes: Buffer
}

export interface RecordSink {
  header(record: Buffer): void
  /** A good record is `window[start, end)`, with its line end `window[start, next)`. `irregular`: readers
   * disagree about its form, see `RecordParser`. The window is valid only during the call. */
  good(window: Buffer, start: number, end: number, next: number, irregular: boolean): void
  broken(record: BrokenRecord): void
}

export interface ScanOptions {
  delimiter: string
  /** `doubled` when left out. */
  quoting?: LandedMarker['quoting']
  /** Columns that lack at the end of a record are empty; empty ones too many are none. */
  ragged?: boolean
  /** Pass over the first line, which is no record. */
  sep_line?: boolean
  /** Bytes of any 8-bit encoding: none is a fault. */
  anyBytes?: boolean
  keys: readonly KeyColumn[]
  /** Stop after so many records, broken ones included. */
  limit?: number
  /** Longest record, in bytes. */
  maxRecord?: number
  /** How many bytes of a chunk are joined to the record that the one before cut; its default suits any file. */
  joined?: number
}
