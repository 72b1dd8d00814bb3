import { MORE, RECORD, type RecordParser } from './record-parser.ts'

const LF = 0x0a
const CR = 0x0d

/** How far a record may go and still be taken as the proof that the file is well formed again. */
const MAX_PROOF = 1 << 20

export const NEED_MORE = -1

/** A record that is broken somewhere in `window[start, end]`, known up to `limit`. */
export interface Extent {
  window: Buffer
  start: number
  end: number
  limit: number
  /** Nothing comes after the window. */
  atEnd: boolean
}

export interface Restart {
  /** End of what to reject. */
  end: number
  /** Where to go on. */
  next: number
  /** Physical lines from the start of what is rejected to `next`. */
  lines: number
  /** A well-formed record follows. */
  found: boolean
  /** `next` stands inside a physical line, the rest of which belongs to what is rejected. */
  insideLine: boolean
}

/**
 * Where to go on after a broken record: at the first line after its own that starts a well-formed record of
 * `columns` columns, so that a stray quote costs one record, not the file. When no line up to the fault
 * does, all up to the end of the faulty line is one broken record (a text cut in its midst stays one).
 */
export function findRestart(
  parser: RecordParser,
  extent: Extent,
  columns: number,
): Restart | typeof NEED_MORE {
  const { window, start, end, limit, atEnd } = extent
  let lines = 0
  let line = start
  let lineEnd = endOfLine(window, line, end)
  while (lineEnd < end) {
    line = afterLineEnd(window, lineEnd)
    lines++
    if (line >= window.length)
      return atEnd ? { end: lineEnd, next: line, lines, found: false, insideLine: false } : NEED_MORE
    const proof = Math.min(window.length, line + MAX_PROOF)
    const outcome = parser.parse(window, line, proof, atEnd && proof === window.length)
    if (outcome === RECORD && parser.columns === columns)
      return { end: lineEnd, next: line, lines, found: true, insideLine: false }
    if (outcome === MORE && proof === window.length && !atEnd) return NEED_MORE
    lineEnd = endOfLine(window, line, end)
  }

  const last = endOfLine(window, Math.max(line, end), window.length)
  if (last >= window.length) {
    if (!atEnd && limit === window.length) return NEED_MORE
    return { end: last, next: last, lines, found: false, insideLine: !atEnd }
  }
  if (window[last] === CR && last + 1 >= window.length && !atEnd) return NEED_MORE
  return { end: last, next: afterLineEnd(window, last), lines: lines + 1, found: false, insideLine: false }
}

function endOfLine(bytes: Buffer, from: number, limit: number): number {
  let i = from
  while (i < limit && bytes[i] !== LF && bytes[i] !== CR) i++
  return i
}

function afterLineEnd(bytes: Buffer, at: number): number {
  return bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at + 1
}
