import { CineError } from '../errors.ts'
import type { Content } from './content/content.ts'

/** Bytes that are looked at before anything else: room for most headers and some rows. */
const HEAD_BYTES = 256 * 1024
/** The longest header: 100,000 columns come to 1 MB. */
const MAX_HEADER = 16 * 2 ** 20

/** The beginning of a content, its first line whole, and the rest of it still to be read. */
export interface Head {
  head: Buffer
  /** The head is all there is. */
  whole: boolean
  rest: AsyncIterator<Buffer>
}

/** Takes chunks until there are `HEAD_BYTES` and a line end. Throws `INGEST_HEADER_TOO_LONG`. */
export async function takeHead({ file, chunks }: Pick<Content, 'file' | 'chunks'>): Promise<Head> {
  const rest = chunks[Symbol.asyncIterator]()
  const taken: Buffer[] = []
  let length = 0
  let hasLine = false
  while (length < HEAD_BYTES || !hasLine) {
    if (length > MAX_HEADER) {
      await rest.return?.()
      throw new CineError('INGEST_HEADER_TOO_LONG', `The first line of ${file} has no end within 16 MiB.`, {
        hint: 'Check the file: a table of text has its header on the first line, and one record a line.',
        details: { file },
      })
    }
    const next = await rest.next()
    if (next.done) return { head: Buffer.concat(taken), whole: true, rest }
    taken.push(next.value)
    length += next.value.length
    hasLine ||= next.value.includes(0x0a) || next.value.includes(0x0d)
  }
  return { head: Buffer.concat(taken), whole: false, rest }
}
