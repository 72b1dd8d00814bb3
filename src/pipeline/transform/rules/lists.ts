import type { Dialect } from '../dialect.ts'
import { isKnown, line } from './text.ts'

const QUOTED = `'(?:[^'\\\\]|\\\\.)*'|"(?:[^"\\\\]|\\\\.)*"`

/** Items of `A, B`, `A|B`, or a Python or JSON list `['A', "B"]`; each on one line, once, in order. */
function list(d: Dialect, raw: string, item: (text: string) => string): string {
  const quoted = d.transform(d.extractAll(raw, QUOTED), (each) =>
    d.replaceAll(`substr(${each}, 2, length(${each}) - 2)`, '\\\\(.)', '\\1'),
  )
  const separated = `CASE WHEN ${raw} LIKE '%|%' THEN ${d.split(raw, '|')} ELSE ${d.split(raw, ',')} END`
  const parts = `CASE WHEN ${d.matches(raw, '^\\s*\\[')} THEN ${quoted} ELSE ${separated} END`
  return d.filter(
    d.transform(parts, (each) => line(d, item(each))),
    (each) => isKnown(d, each),
  )
}

/** Genres, written one way: `Sci-fi` and `Sci-Fi` are one. */
export function genres(d: Dialect, raw: string): string {
  return list(d, raw, (item) => capitalised(d, capitalised(d, item, ' '), '-'))
}

/** Names of people, without what they did: `Ann Lee (screenplay)` is Ann Lee; `Sammy Davis, Jr.` is one. */
export function people(d: Dialect, raw: string): string {
  const joined = d.replaceAll(raw, ',\\s*(Jr|Sr|II|III|IV)\\b', ' \\1')
  return list(d, joined, (item) => d.replaceAll(item, '\\s*\\([^()]*\\)', ''))
}

function capitalised(d: Dialect, text: string, separator: string): string {
  const words = d.transform(
    d.split(text, separator),
    (word) => `upper(substr(${word}, 1, 1)) || substr(${word}, 2)`,
  )
  return d.join(words, separator)
}
