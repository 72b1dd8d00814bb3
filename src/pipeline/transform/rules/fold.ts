import type { Dialect } from '../dialect.ts'

/**
 * A title or a name as it is compared: without case, accents and punctuation, `&` read as “and”. What is
 * punctuation only keeps it.
 */
export function fold(d: Dialect, text: string): string {
  const words = `nullif(trim(${d.replaceAll(bare(d, text), `${NOT_OF_A_WORD}+`, ' ')}), '')`
  // Most are plain ASCII words, which only need to be lowered.
  return `CASE WHEN ${d.matches(text, '^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$')} THEN ${d.lower(text)}
    ELSE coalesce(${words}, ${d.lower(text)}) END`
}

/** What stands between the words of a folded text, as RE2 writes it. */
export const NOT_OF_A_WORD = '[^\\pL\\pN]'

/** The same before its words are set apart: quicker, for long texts that are searched word by word. */
export function bare(d: Dialect, text: string): string {
  const plain = `replace(${d.lower(latin(d, d.stripAccents(text)))}, '&', ' and ')`
  return d.replaceAll(plain, "['’‘`´ʻʼ]", '')
}

/** Letters that are no base letter with an accent: `Łódź` is compared as Lodz, `Straße` as Strasse. */
function latin(d: Dialect, text: string): string {
  const single = `translate(${text}, 'øØłŁđĐðÐıħĦ', 'oOlLdDdDihH')`
  const double = [
    ['ß', 'ss'],
    ['æ', 'ae'],
    ['Æ', 'Ae'],
    ['œ', 'oe'],
    ['Œ', 'Oe'],
    ['þ', 'th'],
    ['Þ', 'Th'],
  ].reduce((sql, [letter, letters]) => `replace(${sql}, '${letter}', '${letters}')`, single)
  return `CASE WHEN ${d.matches(text, '[øØłŁđĐðÐıħĦßæÆœŒþÞ]')} THEN ${double} ELSE ${text} END`
}

/** A person's name as it is compared: initials are one word (`J. J. Abrams`), `Junior` is `Jr.` */
export function foldName(d: Dialect, name: string): string {
  const three = d.replaceAll(fold(d, name), '(^| )(\\pL) (\\pL) (\\pL) ', '\\1\\2\\3\\4 ')
  const two = d.replaceAll(three, '(^| )(\\pL) (\\pL) ', '\\1\\2\\3 ')
  return d.replaceAll(two, ' junior$', ' jr')
}
