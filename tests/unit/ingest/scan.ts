import type { BrokenRecord, ScanOptions } from '../../../src/pipeline/ingest/records.ts'
import { RecordScanner } from '../../../src/pipeline/ingest/scanner.ts'
import { splitRecord } from '../../../src/pipeline/ingest/split-record.ts'

export interface Scanned {
  header: string[]
  good: string[][]
  broken: (Omit<BrokenRecord, 'bytes'> & { raw: string })[]
  rows: number
  plain: boolean
}

/** Scans bytes in chunks of `chunk` and keeps all that the scanner tells. */
export function scan(bytes: Buffer, options: Partial<ScanOptions> & { chunk?: number } = {}): Scanned {
  const { chunk = 1 << 20, ...rest } = options
  const scanOptions = { delimiter: ',', keys: [], ...rest }
  const result: Scanned = { header: [], good: [], broken: [], rows: 0, plain: true }
  const split = (record: Buffer) => splitRecord(record.toString(), scanOptions.delimiter)
  const scanner = new RecordScanner(scanOptions, {
    header: (record) => {
      result.header = split(record)
    },
    good: (window, start, end) => result.good.push(split(window.subarray(start, end))),
    broken: ({ bytes: raw, ...told }) => result.broken.push({ ...told, raw: raw.toString() }),
  })
  for (let i = 0; i < bytes.length; i += chunk) scanner.push(bytes.subarray(i, i + chunk))
  scanner.end()
  return { ...result, rows: scanner.rows, plain: scanner.plain }
}

export const scanText = (text: string, options: Partial<ScanOptions> & { chunk?: number } = {}) =>
  scan(Buffer.from(text), options)
