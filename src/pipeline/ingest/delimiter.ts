import Papa from 'papaparse'
import type { LandedMarker } from '../lake/landed.ts'

export type Delimiter = LandedMarker['delimiter']

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|']

/** The first records of a text: the header and up to `PREVIEW_ROWS` rows. */
export interface Head {
  delimiter: Delimiter
  header: string[]
  preview: string[][]
  /** The first line is no record: it names the delimiter. */
  sep_line: boolean
}

type Tried = Omit<Head, 'sep_line'> & { consistency: number }

const PREVIEW_ROWS = 20

function parseHead(text: string, delimiter: Delimiter): Tried {
  const { data } = Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    preview: PREVIEW_ROWS + 1,
    skipEmptyLines: true,
  })
  const [header = [], ...preview] = data
  const alike = preview.filter((row) => row.length === header.length).length
  return { delimiter, header, preview, consistency: preview.length > 0 ? alike / preview.length : 1 }
}

/** `sep=;` on the first line, as Excel writes it. */
const SEP_LINE = /^"?sep=([,;\t|])"?\n/i

/**
 * Finds the delimiter of a text from its first records, quotes respected: the one that splits the header
 * into most columns, weighted by how many of the rows after it have as many. `text` must end with a whole
 * line unless it is the whole file.
 */
export function readHead(text: string): Head {
  const lines = text.replace(/\r\n?/g, '\n')
  const named = SEP_LINE.exec(lines)
  const tries = (named ? [named[1] as Delimiter] : DELIMITERS).map((delimiter) =>
    parseHead(lines.slice(named?.[0].length ?? 0), delimiter),
  )
  const weight = ({ header, consistency }: Tried) =>
    header.length > 1 ? header.length * (0.2 + consistency) : 0
  const best = tries.reduce((winner, each) => (weight(each) > weight(winner) ? each : winner))
  const { delimiter, header, preview } = best
  return { delimiter, header, preview, sep_line: named !== null }
}
