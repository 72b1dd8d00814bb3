import type { Dialect } from '../dialect.ts'
import { smallLatin } from './transliterate.ts'

/**
 * A title or a name as it is compared: without case, accents and punctuation, in Latin letters, `&` read as “and”.
 * What is punctuation only keeps it.
 */
export function fold(d: Dialect, text: string): string {
  const words = `nullif(${d.trim(d.replaceAll(bare(d, text), `${NOT_OF_A_WORD}+`, ' '), ' ')}, '')`
  // Most are plain ASCII words, which only need to be lowered.
  return `CASE WHEN ${d.matches(text, '^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$')} THEN ${d.lower(text)}
    ELSE coalesce(${words}, ${d.lower(text)}) END`
}

/** What stands between the words of a folded text, as RE2 writes it. */
export const NOT_OF_A_WORD = '[^\\pL\\pN]'

/** The same before its words are set apart: quicker, for long texts that are searched word by word. */
export function bare(d: Dialect, text: string): string {
  return d.replaceAll(`replace(${smallLatin(d, text)}, '&', ' and ')`, "['’‘`´ʻʼ]", '')
}

/** A person's name as it is compared: initials are one word (`J. J. Abrams`), `Junior` is `Jr.` */
export function foldName(d: Dialect, name: string): string {
  const three = d.replaceAll(fold(d, name), '(^| )(\\pL) (\\pL) (\\pL) ', '\\1\\2\\3\\4 ')
  const two = d.replaceAll(three, '(^| )(\\pL) (\\pL) ', '\\1\\2\\3 ')
  return d.replaceAll(two, ' junior$', ' jr')
}
