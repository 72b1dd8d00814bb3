import type { Dialect } from '../dialect.ts'
import { ENTITIES, WINDOWS_1252 } from './entities.ts'

const REFERENCE = '&#?[A-Za-z0-9]{1,10};'
const AMPERSAND = '&amp;'
/** What nearly all references in reviews are; none of these characters is part of another reference. */
const FIRST = {
  '&#46;': '.',
  '&#44;': ',',
  '&#8217;': '’',
  '&#39;': "'",
  '&apos;': "'",
  '&quot;': '"',
  '&#58;': ':',
  '&#63;': '?',
  '&nbsp;': '\u00a0',
}
/** The frequent ones, which need no look into a table. */
const FREQUENT = { '#44;': ',', '#46;': '.', '#8217;': '’', '#39;': "'", 'amp;': '&', 'quot;': '"' }

/**
 * A text without the frequent references, by plain replacement: to look at each part of it, as `decoded` does, takes
 * several times longer. What is left is decoded afterwards; the result is the same as of `decoded` alone.
 */
export function decodedFirst(d: Dialect, raw: string): string {
  const without = Object.entries(FIRST).reduce(
    (sql, [reference, character]) => `replace(${sql}, '${reference}', ${d.literal(character)})`,
    raw,
  )
  return `CASE WHEN ${raw} LIKE '%&%' THEN ${without} ELSE ${raw} END`
}

/**
 * HTML's character references: named ones, decimal and hexadecimal numbers. What is none stays as it is.
 * Decoded once: `&amp;lt;` is the text `&lt;`.
 */
export function decoded(d: Dialect, raw: string): string {
  const parts = d.transform(d.split(raw, '&'), (part, index) => {
    const frequent = Object.entries(FREQUENT).map(
      ([reference, character]) =>
        `WHEN ${part} LIKE '${reference}%' THEN ${d.literal(character)} || substr(${part}, ${reference.length + 1})`,
    )
    const rest = d.replaceAll(part, '^[^;]*;', '')
    const number = `coalesce(${d.tryCast(d.extract(part, '^#([0-9]{1,7});', 1), 'INTEGER')},
      ${d.fromHex(d.extract(part, '^#[xX]([0-9A-Fa-f]{1,6});', 1))})`
    const name = d.lookUp(ENTITIES, d.extract(part, '^([A-Za-z0-9]{1,10});', 1))
    return `CASE WHEN ${index} = 1 THEN ${part}
      ${frequent.join('\n      ')}
      WHEN ${part} LIKE '#%' THEN coalesce(${d.bind(number, (code) => character(d, code))} || ${rest}, '&' || ${part})
      ELSE coalesce(${name} || ${rest}, '&' || ${part}) END`
  })
  const others = d.matches(`replace(${raw}, '${AMPERSAND}', '')`, REFERENCE)
  return `CASE WHEN ${d.matches(raw, REFERENCE)}
    THEN CASE WHEN ${others} THEN ${d.join(parts, '')} ELSE replace(${raw}, '${AMPERSAND}', '&') END
    ELSE ${raw} END`
}

/** NULL for what may not stand in a text: controls but line ends and tabs, surrogates. */
function character(d: Dialect, code: string): string {
  const windows = `substr(${d.literal(WINDOWS_1252)}, ${code} - 127, 1)`
  return `CASE WHEN ${code} BETWEEN 128 AND 159 THEN nullif(${windows}, ' ')
    WHEN ${code} IN (9, 10, 13) OR ${code} BETWEEN 32 AND 126 OR ${code} BETWEEN 160 AND 55295
      OR ${code} BETWEEN 57344 AND 1114111 THEN ${d.codePoint(code)} END`
}
