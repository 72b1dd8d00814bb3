import type { Dialect } from './dialect.ts'
import { isKnown, line, text, token, trimmed } from './rules/text.ts'

/** Where the engine puts the records of a source before the transform: `landing`, then each field as text. */
export function rawTable(source: string): string {
  return `raw_${source}`
}

/** How a field is read before the rules of its column see it. */
export interface Prepared {
  /** A field of the source's layout. */
  field: string
  read(d: Dialect, raw: string): string
  /** What it becomes when it says that it is not there, or says something twice. */
  settle(d: Dialect, value: string): string
}

const unlessMissing = (d: Dialect, value: string) => `CASE WHEN ${isKnown(d, value)} THEN ${value} END`

export const asKey = (field: string): Prepared => ({ field, read: trimmed, settle: (_, value) => value })
export const asText = (field: string): Prepared => ({ field, read: text, settle: unlessMissing })
export const asLine = (field: string): Prepared => ({ field, read: line, settle: unlessMissing })
export const asToken = (field: string): Prepared => ({ field, read: token, settle: unlessMissing })
export const asList = (field: string, read: Prepared['read']): Prepared => ({
  field,
  read,
  settle: (d, value) => d.distinctInOrder(value),
})

/** One source as the rest of the transform sees it: a table of typed values, one row a record. */
export interface StandardTable {
  source: string
  table: string
  /** Records with the same key are one. */
  key: readonly string[]
  prepared: Readonly<Record<string, Prepared>>
  /** Each column over the prepared values, by their names. */
  columns(d: Dialect): Record<string, string>
}

/**
 * The typed records of a source, over its raw table (`landing`, then one VARCHAR for each field). In layers,
 * because a rule names its value more than once, and a value must not be worked out again each time.
 */
export function standardSelect(d: Dialect, spec: StandardTable): string {
  const entries = Object.entries(spec.prepared)
  const read = entries.map(([name, prepared]) => `${prepared.read(d, prepared.field)} AS ${name}`)
  const settled = entries.map(([name, prepared]) => `${prepared.settle(d, name)} AS ${name}`)
  const columns = Object.entries(spec.columns(d)).map(([name, sql]) => `${sql} AS ${name}`)
  return `SELECT landing, ${columns.join(',\n  ')}
FROM (SELECT landing, ${settled.join(',\n  ')}
FROM (SELECT landing, ${read.join(',\n  ')}
FROM ${rawTable(spec.source)}) AS readable) AS settled`
}
