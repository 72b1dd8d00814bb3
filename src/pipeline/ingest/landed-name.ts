import { extname } from 'node:path'
import { MARKER_END } from './markers.ts'

/** Longest file name that file systems take, in bytes. */
const MAX_NAME = 255

/** Name of a file once landed: what lies in raw/ is plain text, so `.gz` and `.zst` go. */
export function landedName(file: string): string {
  const plain = file.replace(/\.(gz|zst|zstd)$/i, '') || 'data.csv'
  // A marker must never be taken for data, nor data for a marker.
  const name = plain.endsWith(MARKER_END) ? `${plain}.csv` : plain
  return fitted(stemOf(name), extname(name))
}

/** Name of the marker of a landed file. */
export function markerName(landed: string): string {
  return fitted(stemOf(landed), MARKER_END)
}

const stemOf = (name: string) => name.slice(0, name.length - extname(name).length)

/** The two together, the stem shortened when a file system would refuse the whole. */
function fitted(stem: string, end: string): string {
  const letters = [...stem]
  while (letters.length > 0 && Buffer.byteLength(letters.join('') + end) > MAX_NAME) letters.pop()
  return letters.join('') + end
}
