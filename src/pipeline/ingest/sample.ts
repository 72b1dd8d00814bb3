import { throwIfCancelled } from '../errors.ts'
import { type Content, openContents } from './content/content.ts'
import { EncodingWatch } from './encoding.ts'
import { takeHead } from './head.ts'
import { type Inspection, inspectHead } from './inspect.ts'
import { bestReading } from './reading.ts'
import { splitRecord } from './split-record.ts'
import { type Reading, Tally } from './tally.ts'
import { recordDecoder, transcoder } from './transcode.ts'

/** Of a large file, as much is looked at. */
const SAMPLE_BYTES = 16 * 2 ** 20
/** Records kept of it, evenly spread. */
const SAMPLE_RECORDS = 2000
/** Of a header of 100,000 columns, fewer records do. */
const SAMPLE_CELLS = 2_000_000

/** A table of a file, with some of its records. */
export interface TableSample {
  file: string
  encoding: string
  delimiter: string
  header: string[]
  rows: string[][]
  /** Good records that were read, of which `rows` are a part; the file may have more. */
  records: number
}

/**
 * Reads the beginning of each table of a file, one table at a time, as landing would read it.
 * Throws the `INGEST_…` errors of a file; those of one table are thrown when it is asked for.
 */
export async function* sampleTables(path: string, signal?: AbortSignal): AsyncGenerator<TableSample> {
  for await (const content of openContents(path, signal)) yield await sampleTable(content, signal)
}

async function sampleTable(content: Content, signal: AbortSignal | undefined): Promise<TableSample> {
  const { file } = content
  const { head, whole, rest } = await takeHead(content)
  try {
    const inspection = inspectHead(file, head, whole)
    const { chunks, all } = await take(head, rest, signal)
    const encoding = settleEncoding(inspection, chunks)
    const read = (reading: Reading, onGood?: ConstructorParameters<typeof Tally>[4]) => {
      const tally = new Tally(file, inspection, [], reading, onGood)
      const toText = transcoder(inspection.encoding)
      for (const chunk of chunks) tally.push(toText.push(chunk))
      // What a sample cuts in its midst is not read.
      if (all) tally.end()
      return tally
    }
    const first = read({ quoting: 'doubled', ragged: false })
    const anew = (reading: Reading) => new Tally(file, inspection, [], reading)
    const { reading } = await bestReading(() => chunks, first, inspection, anew)
    const kept = new Kept(Math.min(SAMPLE_RECORDS, Math.ceil(SAMPLE_CELLS / inspection.header.length)))
    const decode = recordDecoder(encoding)
    read(reading, (window, start, end) =>
      kept.add(() => {
        const bytes = window.subarray(start, end)
        return splitRecord((decode ? decode(bytes) : bytes).toString(), inspection.delimiter, reading.quoting)
      }),
    )
    const { delimiter, header } = inspection
    return { file, encoding, delimiter, header, rows: kept.rows, records: kept.seen }
  } finally {
    await rest.return?.()
  }
}

async function take(
  head: Buffer,
  rest: AsyncIterator<Buffer>,
  signal: AbortSignal | undefined,
): Promise<{ chunks: Buffer[]; all: boolean }> {
  const chunks = [head]
  for (let length = head.length; length < SAMPLE_BYTES; ) {
    throwIfCancelled(signal)
    const next = await rest.next()
    if (next.done) return { chunks, all: true }
    chunks.push(next.value)
    length += next.value.length
  }
  return { chunks, all: false }
}

function settleEncoding(inspection: Inspection, chunks: readonly Buffer[]): Inspection['encoding'] {
  if (inspection.certain) return inspection.encoding
  const watch = new EncodingWatch()
  for (const chunk of chunks) watch.update(chunk)
  return watch.finish() ?? inspection.encoding
}

/** Keeps up to twice `most` of what is added, always every n-th: the same records whatever the chunks. */
class Kept {
  readonly #most: number
  #step = 1
  seen = 0
  rows: string[][] = []

  constructor(most: number) {
    this.#most = Math.max(20, most)
  }

  add(row: () => string[]): void {
    if (this.seen++ % this.#step !== 0) return
    this.rows.push(row())
    if (this.rows.length < 2 * this.#most) return
    this.rows = this.rows.filter((_, index) => index % 2 === 0)
    this.#step *= 2
  }
}
