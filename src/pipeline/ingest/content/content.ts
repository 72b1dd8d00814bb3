import { createReadStream, type ReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { CineError, cancelled, throwIfCancelled } from '../../errors.ts'
import { Inflation } from './inflation.ts'
import { readError } from './read-error.ts'
import { CHUNK, MAGIC_BYTES, type Packing, packingOf, unpacked } from './unpack.ts'
import { zipContents } from './zip.ts'

/** A table to be read from its start, unpacked on the way. */
export interface Content {
  /** What to call it: a file's name, or an archive's and the path of the entry in it. */
  file: string
  /** A name fit for a file, without any folder. */
  name: string
  compression: Packing
  /** Size of the file on the disk, and how much of it was read so far. */
  bytes_total: number
  bytesRead(): number
  /** What it holds. To be read once; leaving the loop early closes the file. Throws `INGEST_BROKEN_…`,
   * `INGEST_INFLATES_TOO_MUCH`, `INGEST_CHANGED`, `CANCELLED`, or what the system said. */
  chunks: AsyncIterable<Buffer>
}

/**
 * The tables of a file: itself, or what an archive holds. Read each before asking for the next one.
 * Throws `INGEST_NOT_FOUND`, `INGEST_NAME_ENCODING`, `INGEST_IS_FOLDER`, `INGEST_NOT_A_FILE`, `PERMISSION_DENIED`, and for an archive
 * what `zipContents` says.
 */
export async function* openContents(path: string, signal?: AbortSignal): AsyncGenerator<Content> {
  const file = basename(path)
  const info = await fileInfo(path)
  const packing = packingOf(await firstBytes(path))
  const contents = packing === 'zip' ? zipContents(path, file, info.size) : [fileContent(path, info, packing)]
  for await (const content of contents) {
    throwIfCancelled(signal)
    yield { ...content, chunks: withClearErrors(content, path, signal) }
  }
}

interface FileInfo {
  size: number
  /** Differs when the file does. */
  state: string
}

async function fileInfo(path: string): Promise<FileInfo> {
  const info = await stat(path, { bigint: true }).catch((error) => {
    throw readError(error, path)
  })
  if (info.isDirectory())
    throw new CineError('INGEST_IS_FOLDER', `${path} is a folder, not a file.`, {
      hint: `To land every file in it: cine ingest --from ${path}`,
      details: { path },
    })
  if (!info.isFile())
    throw new CineError('INGEST_NOT_A_FILE', `${path} is neither a file nor a folder.`, {
      hint: 'Write its content to a file first.',
      details: { path },
    })
  return { size: Number(info.size), state: `${info.dev} ${info.ino} ${info.size} ${info.mtimeNs}` }
}

async function firstBytes(path: string): Promise<Buffer> {
  const handle = await open(path, 'r').catch((error) => {
    throw readError(error, path)
  })
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(MAGIC_BYTES), 0, MAGIC_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function fileContent(path: string, info: FileInfo, packing: Packing): Content {
  const file = basename(path)
  let source: ReadStream | null = null
  const bytesRead = () => Math.min(info.size, source?.bytesRead ?? 0)
  async function* chunks() {
    const inflation = packing === 'none' ? null : new Inflation(file)
    source = createReadStream(path, { highWaterMark: CHUNK })
    try {
      for await (const chunk of unpacked(packing, source)) {
        inflation?.add(chunk.length, bytesRead())
        yield chunk
      }
    } finally {
      source.destroy()
    }
    // What was read may be half of the old file and half of the new one.
    if ((await fileInfo(path)).state !== info.state) throw changed(path)
  }
  return { file, name: file, compression: packing, bytes_total: info.size, bytesRead, chunks: chunks() }
}

async function* withClearErrors(
  content: Content,
  path: string,
  signal: AbortSignal | undefined,
): AsyncIterable<Buffer> {
  try {
    for await (const chunk of content.chunks) {
      if (signal?.aborted) throw cancelled()
      yield chunk
    }
  } catch (error) {
    throw signal?.aborted ? cancelled() : readError(error, path, content.file)
  }
}

function changed(path: string): CineError {
  return new CineError('INGEST_CHANGED', `${path} changed while it was read.`, {
    hint: 'Wait until whatever writes it has ended, then land it again.',
    details: { path },
  })
}
