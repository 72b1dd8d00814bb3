import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { CineError } from '../../errors.ts'
import type { Content } from './content.ts'
import { entryFileName, isPackersOwn, isTableName } from './entry-names.ts'
import { Inflation } from './inflation.ts'
import { damaged, readError } from './read-error.ts'
import { CHUNK, unpackedByMagic } from './unpack.ts'
import { unzstd } from './zstd.ts'

/** More entries than any dataset has: their list is kept in memory. */
const MAX_ENTRIES = 100_000
const STORED = 0
const DEFLATED = 8
const ZSTD = 93
const METHODS: Record<number, string> = {
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  95: 'xz',
  98: 'PPMd',
  99: 'AES encryption',
}

/** yauzl 3.4 takes an explicit `true` for `false`: the option is set only to have the bytes as they are. */
const RAW = { decodeFileData: false }

interface Entry {
  path: string
  entry: yauzl.Entry
}

/**
 * Every table of a ZIP archive as a content of its own, in the archive's order, one at a time. What is wrong
 * with one of them is thrown when it is read. Throws `INGEST_BROKEN_ZIP`, `INGEST_BINARY` (a workbook),
 * `INGEST_NOTHING_FOUND`.
 */
export async function* zipContents(path: string, file: string, size: number): AsyncGenerator<Content> {
  const zip = await yauzl
    .openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: true })
    .catch((error) => {
      throw zipError(error, path, file)
    })
  try {
    const entries = await entriesOf(zip, path, file)
    const inflation = new Inflation(file)
    let packedBefore = 0
    for (const { path: name, entry } of tablesOf(entries, file)) {
      const called = `${file}/${name}`
      let packed = 0
      const start = packedBefore
      yield {
        file: called,
        name: entryFileName(name),
        compression: 'zip',
        bytes_total: size,
        bytesRead: () => Math.min(size, start + packed),
        chunks: entryChunks(zip, entry, path, called, (bytes, read) => {
          packed = read
          inflation.add(bytes, Math.min(size, start + packed))
        }),
      }
      packedBefore += entry.compressedSize
    }
  } finally {
    zip.close()
  }
}

async function entriesOf(zip: yauzl.ZipFile, path: string, file: string): Promise<Entry[]> {
  if (zip.entryCount > MAX_ENTRIES)
    throw new CineError('INGEST_UNSUPPORTED_ZIP', `${file} has ${zip.entryCount} entries.`, {
      hint: `At most ${MAX_ENTRIES} are read: unpack it and land the tables you need.`,
      details: { file, entries: zip.entryCount },
    })
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry
      const name = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
      entries.push({ path: name, entry })
    }
  } catch (error) {
    throw zipError(error, path, file)
  }
  return entries
}

function tablesOf(entries: readonly Entry[], file: string): Entry[] {
  const names = entries.map((each) => each.path)
  if (names.includes('[Content_Types].xml') || names.includes('META-INF/manifest.xml'))
    throw new CineError('INGEST_BINARY', `${file} is a workbook or a document, not a table of text.`, {
      hint: 'Save the sheet as CSV, then land that.',
      details: { file },
    })
  const files = entries.filter(
    ({ path, entry }) => !isPackersOwn(path) && !isLink(entry) && !/[/\\]$/.test(path),
  )
  const tables = files.filter(({ path }) => isTableName(entryFileName(path)))
  if (tables.length > 0) return tables
  // What was packed from a pipe has no name: `-`.
  const [only] = files
  if (only && files.length === 1 && !only.path.includes('.')) return [only]
  throw new CineError('INGEST_NOTHING_FOUND', `There is no table in ${file}.`, {
    hint: 'Looked for .csv, .tsv, .txt and .gz or .zst of them, in all its folders.',
    details: { file, entries: names.slice(0, 20) },
  })
}

/** The content of an entry, checked against the checksum that the archive has of it. */
async function* entryChunks(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  path: string,
  file: string,
  onChunk: (bytes: number, packedRead: number) => void,
): AsyncIterable<Buffer> {
  refuse(entry, file)
  const zstd = entry.compressionMethod === ZSTD
  let read = 0
  async function* checked(chunks: AsyncIterable<Buffer>) {
    let sum = 0
    for await (const chunk of zstd ? unzstd(chunks, CHUNK) : chunks) {
      sum = crc32(chunk, sum)
      read += chunk.length
      yield chunk
    }
    if (read !== entry.uncompressedSize || sum !== entry.crc32)
      throw new Error('its size or its checksum is not the one that the archive gives')
  }
  const share = () => entry.compressedSize * Math.min(1, read / Math.max(1, entry.uncompressedSize))
  try {
    const stream = await zip.openReadStreamPromise(entry, zstd ? RAW : undefined)
    for await (const chunk of unpackedByMagic(checked(stream))) {
      onChunk(chunk.length, share())
      yield chunk
    }
  } catch (error) {
    throw zipError(error, path, file)
  }
}

/** Throws `INGEST_ENCRYPTED_ZIP` and `INGEST_UNSUPPORTED_ZIP`. */
function refuse(entry: yauzl.Entry, file: string): void {
  if (entry.isEncrypted())
    throw new CineError('INGEST_ENCRYPTED_ZIP', `${file} is encrypted.`, {
      hint: 'Unpack the archive with its password, then land the plain table.',
      details: { file },
    })
  const method = entry.compressionMethod
  if ([STORED, DEFLATED, ZSTD].includes(method)) return
  const name = METHODS[method] ?? `method ${method}`
  throw new CineError('INGEST_UNSUPPORTED_ZIP', `${file} is packed with ${name}, which is not read here.`, {
    hint: 'Unpack the archive with another tool, then land the plain table.',
    details: { file, method },
  })
}

/** A symbolic link, as archives made on Unix keep it: a text that names another file. */
function isLink(entry: yauzl.Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000
}

function zipError(error: unknown, path: string, file: string): CineError {
  const known = readError(error, path, file)
  const ownFault = known.code === 'INTERNAL' || known.code.startsWith('INGEST_BROKEN_')
  return ownFault ? damaged('zip', file, error) : known
}
