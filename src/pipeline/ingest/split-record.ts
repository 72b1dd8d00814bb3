/**
 * The values of one well-formed record, unquoted, by the rules of `RecordParser`: spaces after a closing
 * quote are dropped, spaces before an opening one make the field plain text, quotes included.
 */
export function splitRecord(record: string, delimiter: string): string[] {
  const values: string[] = []
  let i = 0
  for (;;) {
    let value = ''
    if (record[i] === '"') {
      i++
      for (;;) {
        const quote = record.indexOf('"', i)
        if (quote < 0) throw new Error('splitRecord: the record is not well formed')
        value += record.slice(i, quote)
        i = quote + 1
        if (record[i] !== '"') break
        value += '"'
        i++
      }
      const after = record.indexOf(delimiter, i)
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

/** Values as a record that every reader reads the same way. */
export function joinRecord(values: readonly string[], delimiter: string): string {
  return values.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter)
}
