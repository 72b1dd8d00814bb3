import { CineError } from '../errors.ts'
import { refuseBinary } from './binary.ts'
import { type Head, readHead } from './delimiter.ts'
import { type Encoding, EncodingWatch, sniffBom, sniffWide } from './encoding.ts'
import { recordDecoder, transcoder } from './transcode.ts'

export interface Inspection extends Head {
  /** By the byte order mark or the NUL bytes of UTF-16, else a guess: only the whole file can tell for sure. */
  encoding: Encoding
  /** It is UTF-16. */
  certain: boolean
}

/**
 * What the first bytes of a file (after gunzip) say. `whole`: they are all of it.
 * Throws `INGEST_EMPTY_FILE`, `INGEST_BINARY`.
 */
export function inspectHead(file: string, head: Buffer, whole: boolean): Inspection {
  const bom = sniffBom(head)
  const wide = bom === 'utf-8' ? null : (bom ?? sniffWide(head))
  if (!wide) refuseBinary(file, head)
  // A mark of UTF-8 is not believed: programs put it before other bytes too.
  const encoding = wide ?? guess(head, whole)
  const text = decode(head, encoding, whole)
  if (text.trim() === '')
    throw new CineError('INGEST_EMPTY_FILE', `${file} is empty.`, {
      hint: 'Check the download: the file has no content.',
      details: { file },
    })
  const cut = whole ? text.length : Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1
  return { ...readHead(cut > 0 ? text.slice(0, cut) : text), encoding, certain: wide !== null }
}

/** The wrong guess of an 8-bit encoding costs nothing but a letter of the preview. */
function guess(head: Buffer, whole: boolean): Encoding {
  const watch = new EncodingWatch()
  watch.update(whole ? head : head.subarray(0, head.lastIndexOf(0x0a) + 1))
  return watch.finish() ?? 'windows-1252'
}

function decode(head: Buffer, encoding: Encoding, whole: boolean): string {
  const toText = transcoder(encoding)
  const start = toText.push(head)
  const bytes = whole ? Buffer.concat([start, toText.end()]) : start
  const toUtf8 = recordDecoder(encoding)
  return (toUtf8 ? toUtf8(bytes) : bytes).toString()
}
