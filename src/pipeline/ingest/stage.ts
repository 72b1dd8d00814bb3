import { type FileHandle, mkdir, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { syncPath } from '../lake/atomic.ts'
import type { LandedMarker } from '../lake/landed.ts'
import { recogniseHeader, type SourceSpec } from '../sources/index.ts'
import type { Content } from './content/content.ts'
import { takeHead } from './head.ts'
import { inspectHead } from './inspect.ts'
import { landedName, markerName } from './landed-name.ts'
import { LandingPass } from './landing-pass.ts'

/** What is known of a file while it is landed: also of one that fails midway. */
export interface Findings {
  source: string | null
  sha256: string | null
  bytes: number | null
  rows: number | null
  columns: number | null
}

export interface StageOptions {
  /** The layouts that will do: the best that fits is taken. */
  specs: readonly SourceSpec[]
  /** Filled in on the way, so that a failure can be told with what was known. */
  findings: Findings
  onChunk(rows: number): void
}

/**
 * Copies a table into `folder` (made anew), unpacked, with its marker, both flushed to the disk. Its hash
 * and its records are taken on the way: the file is read once. Throws the `INGEST_…` errors.
 */
export async function stageFile(
  content: Content,
  folder: string,
  options: StageOptions,
): Promise<LandedMarker> {
  const { findings } = options
  const name = landedName(content.name)
  const { head, whole, rest } = await takeHead(content)
  try {
    const inspection = inspectHead(content.file, head, whole)
    findings.columns = inspection.header.length
    const { spec } = recogniseHeader(content.file, inspection.header, options.specs)
    findings.source = spec.id

    await mkdir(folder)
    const pass = new LandingPass(content.file, inspection, spec)
    await copy(head, rest, join(folder, name), pass, options.onChunk)
    await pass.settleReading(join(folder, name))
    Object.assign(findings, pass.totals())

    const marker: LandedMarker = {
      source: spec.id,
      file: name,
      ...pass.verdict(),
      columns: inspection.header,
      delimiter: inspection.delimiter,
      landed_at: new Date().toISOString(),
    }
    const text = `${JSON.stringify(marker, null, 2)}\n`
    await writeFile(join(folder, markerName(name)), text, { flag: 'wx', flush: true })
    await syncPath(folder)
    return marker
  } finally {
    await rest.return?.()
  }
}

async function copy(
  head: Buffer,
  rest: AsyncIterator<Buffer>,
  destination: string,
  pass: LandingPass,
  onChunk: (rows: number) => void,
): Promise<void> {
  const handle = await open(destination, 'wx')
  try {
    let chunk: Buffer | undefined = head
    while (chunk) {
      // The disk writes while we hash and scan; the handle's close waits for a write that is left open.
      const writing = writeWhole(handle, chunk)
      writing.catch(() => {})
      pass.push(chunk)
      await writing
      onChunk(pass.rows)
      const next = await rest.next()
      chunk = next.done ? undefined : next.value
    }
    pass.end()
    await handle.sync()
  } finally {
    await handle.close()
  }
  onChunk(pass.rows)
}

/** As `handle.writeFile`, in one call of the system where that one makes many. */
async function writeWhole(handle: FileHandle, chunk: Buffer): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await handle.write(chunk, at)).bytesWritten
}
