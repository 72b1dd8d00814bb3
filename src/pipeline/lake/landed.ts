/** What `<stem>_SUCCESS.json` says of a landed file: all that reading it again needs. */
export interface LandedMarker {
  source: string
  file: string
  /** SHA-256 and size of the file as landed (after gunzip). */
  sha256: string
  bytes: number
  /** Data records, header excluded, broken ones included. */
  rows: number
  /** How many of `rows` the transform must leave out as rejects. */
  rejected: number
  /** Every CSV reader reads its good records alike: one kind of line end, no blank lines, no spaces around
   * quotes. When false, a run reads a clean copy, whatever the encoding and the rejects. */
  plain: boolean
  /** The header, in file order. */
  columns: string[]
  delimiter: ',' | ';' | '\t' | '|'
  /** `utf-8+windows-1252`: a mixture, in which a record that is not UTF-8 is windows-1252. */
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'utf-8+windows-1252'
  /** What `"` means: it quotes fields and is doubled within them, or has a backslash before it there, or is
   * a letter like any other. */
  quoting: 'doubled' | 'backslash' | 'none'
  /** Records may lack columns at their end, or have empty ones too many. */
  ragged: boolean
  /** The first line only names the delimiter (`sep=;`, as Excel writes it); the header is the second one. */
  sep_line: boolean
  landed_at: string
}

/** A landed file, found by its marker. */
export interface LandedFile extends LandedMarker {
  /** Absolute. */
  path: string
  /** Relative to the lake, with `/`. */
  lake_path: string
}
