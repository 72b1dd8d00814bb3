import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { CineError, cancelled, toCineError } from '../errors.ts'

/** Bytes read at once: few enough to keep memory flat, many enough to keep the calls cheap. */
const CHUNK = 1 << 20

/** A file opened for reading from its start, gunzipped on the way when it is a gzip file. */
export interface Content {
  /** The name to call it by. */
  file: string
  compression: 'none' | 'gzip'
  /** Size on the disk, and how much of it was read so far. */
  bytes_total: number
  bytesRead(): number
  /** The content after gunzip. To be read once; leaving the loop early closes the file. Throws
   * `INGEST_BROKEN_GZIP`, `CANCELLED`, or what the system said. */
  chunks: AsyncIterable<Buffer>
}

/** Throws `INGEST_NOT_FOUND`, `INGEST_IS_FOLDER`, `INGEST_NOT_A_FILE`, `PERMISSION_DENIED`. */
export async function openContent(path: string, signal?: AbortSignal): Promise<Content> {
  const file = basename(path)
  const info = await stat(path).catch((error) => {
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

  const compression = (await isGzip(path)) ? 'gzip' : 'none'
  const source = createReadStream(path, { highWaterMark: CHUNK, ...(signal ? { signal } : {}) })
  const stream =
    compression === 'gzip' ? pipeline(source, createGunzip({ chunkSize: CHUNK }), () => {}) : source
  return {
    file,
    compression,
    bytes_total: info.size,
    bytesRead: () => source.bytesRead,
    chunks: withClearErrors(stream, path, signal),
  }
}

async function* withClearErrors(
  stream: AsyncIterable<Buffer>,
  path: string,
  signal: AbortSignal | undefined,
): AsyncIterable<Buffer> {
  const chunks = stream[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await chunks.next().catch((error) => {
        throw signal?.aborted ? cancelled() : readError(error, path)
      })
      if (next.done) return
      yield next.value
    }
  } finally {
    await chunks.return?.()
  }
}

async function isGzip(path: string): Promise<boolean> {
  const handle = await open(path, 'r').catch((error) => {
    throw readError(error, path)
  })
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await handle.close()
  }
}

const NOT_THERE = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE']

/** A failure to read an input, said of that input. */
function readError(error: unknown, path: string): CineError {
  const code = error instanceof Error && 'code' in error ? `${error.code}` : ''
  if (NOT_THERE.includes(code))
    return new CineError('INGEST_NOT_FOUND', `There is no file ${path}.`, {
      hint: 'Check the path; a relative one starts from the folder the command was run in.',
      details: { path },
      cause: error,
    })
  if (code.startsWith('Z_'))
    return new CineError('INGEST_BROKEN_GZIP', `${path} is a gzip file cut short or damaged.`, {
      hint: 'Copy or download it again; "gzip -t FILE" tells whether it is whole.',
      details: { path, reason: error instanceof Error ? error.message : code },
      cause: error,
    })
  if (code === 'EACCES' || code === 'EPERM')
    return new CineError('PERMISSION_DENIED', `Not allowed to read ${path}.`, {
      hint: 'Check the rights of the file and of the folders above it.',
      details: { path },
      cause: error,
    })
  return toCineError(error)
}
