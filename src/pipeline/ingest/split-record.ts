import type { LandedMarker } from '../lake/landed.ts'

/**
 * The values of one well-formed record, unquoted, by the rules of `RecordParser`: spaces after a closing
 * quote are dropped, spaces before an opening one make the field plain text, quotes included.
 */
export function splitRecord(
  record: string,
  delimiter: string,
  quoting: LandedMarker['quoting'] = 'doubled',
): string[] {
  if (quoting === 'none') return record.split(delimiter)
  const values: string[] = []
  let i = 0
  for (;;) {
    let value = ''
    if (record[i] === '"') {
      const end = closingQuote(record, i, quoting)
      const inside = record.slice(i + 1, end)
      value = inside.replace(quoting === 'backslash' ? ESCAPED : DOUBLED, '$1')
      const after = record.indexOf(delimiter, end + 1)
      i = after < 0 ? record.length : after
    } else {
      const after = record.indexOf(delimiter, i)
      value = record.slice(i, after < 0 ? record.length : after)
      i = after < 0 ? record.length : after
    }
    values.push(value)
    if (i >= record.length) return values
    i++
  }
}

const DOUBLED = /"(")/g
const ESCAPED = /["\\](["\\])/g

/** Where the quote is that closes the field whose opening one is at `open`. */
function closingQuote(record: string, open: number, quoting: LandedMarker['quoting']): number {
  for (let i = open + 1; i < record.length; i++) {
    const next = record[i + 1]
    if (record[i] === '\\' && quoting === 'backslash' && (next === '"' || next === '\\')) i++
    else if (record[i] === '"' && next === '"') i++
    else if (record[i] === '"') return i
  }
  throw new Error('splitRecord: the record is not well formed')
}

/** Values as a record that every reader reads the same way. */
export function joinRecord(values: readonly string[], delimiter: string): string {
  return values.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter)
}
