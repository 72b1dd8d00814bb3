import type { Dialect } from '../dialect.ts'

/**
 * A title or a name as it is compared: without case, accents and punctuation, `&` read as “and”. What is
 * punctuation only keeps it.
 */
export function fold(d: Dialect, text: string): string {
  const plain = `replace(lower(${d.stripAccents(text)}), '&', ' and ')`
  const bare = d.replaceAll(plain, "['’`´]", '')
  const words = `trim(${d.replaceAll(bare, '[^\\pL\\pN]+', ' ')})`
  return `CASE WHEN ${words} = '' THEN lower(${text}) ELSE ${words} END`
}
