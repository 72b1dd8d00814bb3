import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { cancelled, throwIfCancelled } from '../errors.ts'
import type { LandedFile } from '../lake/landed.ts'
import { SOURCES, type SourceSpec, sourceById } from '../sources/index.ts'
import { CopySink, type Reject } from './copy-sink.ts'
import { keyColumns } from './key-columns.ts'
import { RecordScanner } from './scanner.ts'
import { recordDecoder, transcoder } from './transcode.ts'

export interface CleanCopyOptions {
  /** Only the first N records; broken ones count among them. */
  limit?: number
  /** The layouts of the lake: those we ship when left out. */
  specs?: readonly SourceSpec[]
  onReject(reject: Reject): void
  signal?: AbortSignal
}

export interface CleanCopyResult {
  rows_in: number
  good: number
  rejected: number
}

/** Whether a landed file can only be read through a clean copy: anything but plain UTF-8 without rejects. */
export function needsCleanCopy(landed: LandedFile): boolean {
  const { encoding, quoting, rejected, plain } = landed
  return encoding !== 'utf-8' || quoting !== 'doubled' || rejected > 0 || !plain
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
  const out = new CopySink(landed, options.onReject)
  const keys = keyColumns(sourceById(landed.source, options.specs ?? SOURCES), landed.columns)
  const limit = options.limit === undefined ? {} : { limit: options.limit }
  const { delimiter, quoting, ragged, sep_line } = landed
  const anyBytes = recordDecoder(landed.encoding) !== null
  const scanner = new RecordScanner({ delimiter, quoting, ragged, sep_line, anyBytes, keys, ...limit }, out)
  const toUtf8 = transcoder(landed.encoding)

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
