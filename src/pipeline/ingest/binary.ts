import { CineError } from '../errors.ts'

/** First bytes (in hexadecimal) of the files people take for a table, so that the error can name them. */
const MAGIC: readonly { kind: string; start: string }[] = [
  { kind: 'a ZIP archive within an archive', start: '504b0304' },
  { kind: 'an old Excel or Word document', start: 'd0cf11e0' },
  { kind: 'a Parquet file', start: '5041523115' },
  { kind: 'an SQLite database', start: '53514c69746520666f726d6174203300' },
  { kind: 'a PDF document', start: '255044462d' },
  { kind: 'a PNG image', start: '89504e47' },
  { kind: 'a JPEG image', start: 'ffd8ff' },
  { kind: 'compressed twice', start: '1f8b08' },
  { kind: 'a bzip2 file', start: '425a6839314159265359' },
  { kind: 'an xz file', start: 'fd377a585a' },
  { kind: 'a Zstandard file', start: '28b52ffd' },
  { kind: 'a 7-Zip archive', start: '377abcaf' },
]

/** Throws `INGEST_BINARY` when the first bytes of a file (after gunzip) are not those of a text. */
export function refuseBinary(file: string, head: Buffer): void {
  const start = head.toString('hex', 0, 16)
  const tar = head.toString('latin1', 257, 262) === 'ustar' ? 'a tar archive' : undefined
  const kind = tar ?? MAGIC.find((magic) => start.startsWith(magic.start))?.kind
  if (kind === undefined && !head.includes(0)) return
  throw new CineError(
    'INGEST_BINARY',
    kind ? `${file} is ${kind}, not a table of text.` : `${file} is a binary file: it contains NUL bytes.`,
    {
      hint: 'Give a text file with a delimiter (.csv, .tsv), a .gz or .zst of one, or a .zip; save any other kind as CSV.',
      details: { file, kind: kind ?? null },
    },
  )
}
