import type { Dialect } from '../dialect.ts'

/**
 * A title or a name as it is compared: without case, accents and punctuation, `&` read as “and”. What is
 * punctuation only keeps it.
 */
export function fold(d: Dialect, text: string): string {
  const words = `trim(${d.replaceAll(bare(d, text), `${NOT_OF_A_WORD}+`, ' ')})`
  return `CASE WHEN ${words} = '' THEN lower(${text}) ELSE ${words} END`
}

/** What stands between the words of a folded text, as RE2 writes it. */
export const NOT_OF_A_WORD = '[^\\pL\\pN]'

/** The same before its words are set apart: quicker, for long texts that are searched word by word. */
export function bare(d: Dialect, text: string): string {
  const plain = `replace(lower(${d.stripAccents(text)}), '&', ' and ')`
  return d.replaceAll(plain, "['’`´]", '')
}
