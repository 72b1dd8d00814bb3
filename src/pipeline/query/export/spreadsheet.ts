import type { ExportColumn } from './plan.ts'

/** Lists are written as people read them; Parquet keeps them as lists. */
export function asText({ name, type }: ExportColumn): string {
  return type === 'VARCHAR[]' ? `array_to_string(${name}, ', ')` : name
}

/**
 * A column of a CSV that a spreadsheet may open. A text that begins like a formula (full-width signs are taken
 * for one too) gets an apostrophe before it, so that it is shown and not computed; a text that is a number is none.
 */
export function neutralised(column: ExportColumn): string {
  const text = asText(column)
  if (!column.type.startsWith('VARCHAR')) return text
  return `CASE WHEN regexp_matches(${text}, '^[=+\\-@\\t\\r\\n＝＋－＠]')
      AND NOT regexp_full_match(${text}, '[+-]?\\d+([.,]\\d+)?')
    THEN '''' || ${text} ELSE ${text} END`
}

/** What a cell of Excel holds at most. */
const LONGEST = 32_767
/** Not allowed in XML: control characters but for tabs and line ends, and two that are no characters. */
const NO_XML = /[^\P{Cc}\t\n]|[\ufffe\uffff]/gu
/** Read by Excel as the character of that number. */
const LOOKS_ESCAPED = /_x(?=[0-9a-f]{4}_)/gi

/** A text as a cell of a workbook can hold it: cells are typed there, so a formula stays a text. */
export function cellText(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(NO_XML, '')
    .replace(LOOKS_ESCAPED, '_x005F_x')
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1)}…` : clean
}
