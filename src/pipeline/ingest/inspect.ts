import { CineError } from '../errors.ts'
import { refuseBinary } from './binary.ts'
import { type Head, readHead } from './delimiter.ts'
import { type Encoding, EncodingWatch, sniffBom } from './encoding.ts'
import { transcoder } from './transcode.ts'

/** Bytes that are looked at before anything else: room for any header and some rows. */
export const HEAD_BYTES = 256 * 1024

export interface Inspection extends Head {
  /** By the byte order mark, or a guess from the first bytes: only the whole file can tell for sure. */
  encoding: Encoding
  /** The encoding is certain: the file says so itself. */
  certain: boolean
}

/**
 * What the first bytes of a file (after gunzip) say. `whole`: they are all of it.
 * Throws `INGEST_EMPTY_FILE`, `INGEST_BINARY`, `INGEST_ENCODING`.
 */
export function inspectHead(file: string, head: Buffer, whole: boolean): Inspection {
  const bom = sniffBom(head)
  const wide = bom.encoding === 'utf-16le' || bom.encoding === 'utf-16be'
  if (!wide) refuseBinary(file, head)
  const encoding = bom.encoding ?? guess(head, whole)
  const text = decode(file, head, encoding, whole)
  if (text.trim() === '')
    throw new CineError('INGEST_EMPTY_FILE', `${file} is empty.`, {
      hint: 'Check the download: the file has no content.',
      details: { file },
    })
  const cut = whole ? text.length : Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1
  return { ...readHead(cut > 0 ? text.slice(0, cut) : text), encoding, certain: bom.encoding !== null }
}

/** The wrong guess of an 8-bit encoding costs nothing but a letter of the preview. */
function guess(head: Buffer, whole: boolean): Encoding {
  const watch = new EncodingWatch()
  watch.update(whole ? head : head.subarray(0, head.lastIndexOf(0x0a) + 1))
  return watch.finish() ?? 'windows-1252'
}

function decode(file: string, head: Buffer, encoding: Encoding, whole: boolean): string {
  const toUtf8 = transcoder(encoding, file)
  const start = toUtf8.push(head)
  return whole ? Buffer.concat([start, toUtf8.end()]).toString() : start.toString()
}
