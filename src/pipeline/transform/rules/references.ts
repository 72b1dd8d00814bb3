import type { Dialect } from '../dialect.ts'
import { ENTITIES, WINDOWS_1252 } from './entities.ts'

const REFERENCE = '&#?[A-Za-z0-9]{1,10};'
/** A reference that is neither `&amp;` nor one of the frequent ones, once those are replaced. */
const OTHER =
  '&(?:#[A-Za-z0-9]{1,9}|[A-Zb-z][A-Za-z0-9]{0,9}|a(?:[A-Za-ln-z0-9][A-Za-z0-9]{0,8})?|am(?:[A-Za-oq-z0-9][A-Za-z0-9]{0,7})?|amp[A-Za-z0-9]{1,7});'
/** None of them can be part of another reference: decoding them first changes nothing of the rest. */
const FREQUENT = { '&#44;': ',', '&#46;': '.', '&quot;': '"', '&#39;': "'", '&#8217;': '’' }

/**
 * HTML's character references: named ones, decimal and hexadecimal numbers. What is none stays as it is.
 * Decoded once: `&amp;lt;` is the text `&lt;`.
 */
export function decoded(d: Dialect, raw: string): string {
  const simple = Object.entries(FREQUENT).reduce(
    (sql, [reference, character]) => `replace(${sql}, ${d.literal(reference)}, ${d.literal(character)})`,
    raw,
  )
  return `CASE WHEN NOT ${d.matches(raw, REFERENCE)} THEN ${raw}
    WHEN ${d.matches(simple, OTHER)} THEN ${eachDecoded(d, raw)}
    ELSE replace(${simple}, '&amp;', '&') END`
}

function eachDecoded(d: Dialect, raw: string): string {
  const parts = d.transform(d.split(raw, '&'), (part, index) => {
    const rest = d.replaceAll(part, '^[^;]*;', '')
    const number = `coalesce(${d.tryCast(d.extract(part, '^#([0-9]{1,7});', 1), 'INTEGER')},
      ${d.fromHex(d.extract(part, '^#[xX]([0-9A-Fa-f]{1,6});', 1))})`
    const name = d.lookUp(ENTITIES, d.extract(part, '^([A-Za-z0-9]{1,10});', 1))
    return `CASE WHEN ${index} = 1 THEN ${part}
      WHEN ${part} LIKE '#%' THEN coalesce(${d.bind(number, (code) => character(d, code))} || ${rest}, '&' || ${part})
      ELSE coalesce(${name} || ${rest}, '&' || ${part}) END`
  })
  return d.join(parts, '')
}

/** NULL for what may not stand in a text: controls but line ends and tabs, surrogates. */
function character(d: Dialect, code: string): string {
  const windows = `substr(${d.literal(WINDOWS_1252)}, ${code} - 127, 1)`
  return `CASE WHEN ${code} BETWEEN 128 AND 159 THEN nullif(${windows}, ' ')
    WHEN ${code} IN (9, 10, 13) OR ${code} BETWEEN 32 AND 126 OR ${code} BETWEEN 160 AND 55295
      OR ${code} BETWEEN 57344 AND 1114111 THEN ${d.codePoint(code)} END`
}
