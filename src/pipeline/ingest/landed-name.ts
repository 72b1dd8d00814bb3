import { extname } from 'node:path'
import { MARKER_END } from './markers.ts'

/** Longest file name that file systems take, in bytes. */
const MAX_NAME = 255

/** Name of a file once landed: what lies in raw/ is plain text, so `.gz` goes. */
export function landedName(file: string): string {
  const plain = file.replace(/\.gz$/i, '') || 'data.csv'
  // A marker must never be taken for data, nor data for a marker.
  return plain.endsWith(MARKER_END) ? `${plain}.csv` : plain
}

/** Name of the marker of a landed file: its stem, shortened when a file system would refuse the whole. */
export function markerName(landed: string): string {
  let stem = landed.slice(0, landed.length - extname(landed).length)
  while (Buffer.byteLength(stem + MARKER_END) > MAX_NAME) stem = [...stem].slice(0, -1).join('')
  return stem + MARKER_END
}
