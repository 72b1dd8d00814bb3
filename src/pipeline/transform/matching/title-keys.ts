import type { Dialect } from '../dialect.ts'
import { fold } from '../rules/fold.ts'

/** Words that are written in several ways, each as it is compared. */
const SAME_WORDS: Record<string, string> = {
  ...Object.fromEntries(
    ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'].map(
      (numeral, index) => [numeral, String(index + 1)],
    ),
  ),
  ...Object.fromEntries(
    ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
      (word, index) => [word, String(index + 1)],
    ),
  ),
  versus: 'vs',
  doctor: 'dr',
  mister: 'mr',
  saint: 'st',
}
const WORD = `(?:${Object.keys(SAME_WORDS).join('|')})`

const ARTICLE = '(?:the|an?|les?|la|une?|el|l[oa]s|il|gli|der|das|ein|eine|den|det|l)'

/**
 * What two ways to write a title have in common, in three steps, because each names its value more than once:
 * folded, with the article that a list puts last (`Matador, The`) left out;
 */
export const foldedTitle = (d: Dialect, text: string): string =>
  fold(d, d.replaceAll(text, ", (?:The|An?|L[aeo]s?|L'|El|Die|Der|Das)$", ''))

/** without the article it begins with, `and`, “part” before a number, and `3D` or “the movie” at its end; */
export function bareTitle(d: Dialect, folded: string): string {
  const numbered = d.replaceAll(
    folded,
    ' (?:part|pt|chapter|episode|vol|volume|no) ([0-9]+|[ivx]+|one|two|three|four|five)\\b',
    ' \\1',
  )
  const joined = d.replaceAll(numbered, ' and | and$', ' ')
  return d.replaceAll(joined, `^${ARTICLE} |(?: in)? [34] ?d$| the movie$`, '')
}

/** numerals and number words as numbers, without spaces: `Fat Boy` is `Fatboy`, `Rocky II` is `Rocky 2`. */
export function titleKey(d: Dialect, bare: string): string {
  const same = d.transform(d.split(bare, ' '), (word) => `coalesce(${d.lookUp(SAME_WORDS, word)}, ${word})`)
  return `CASE WHEN ${d.matches(bare, `(?:^| )${WORD}(?: |$)`)} THEN ${d.join(same, '')}
    ELSE replace(${bare}, ' ', '') END`
}

const PARENTHESES = '\\s*[(\\[][^()\\[\\]]*[)\\]]'

/** What in parentheses is no title. */
const EDITION =
  '^[0-9 .-]+$|(?i)\\b(?:cut|edition|version|3d|imax|uncut|restored|re-?issue|short|documentary)\\b'

/** Letters that are written as two where a keyboard lacks them; `fold` makes one of them, that without the accent. */
const SPELLED = { å: 'aa', Å: 'Aa', ä: 'ae', Ä: 'Ae', ö: 'oe', Ö: 'Oe', ø: 'oe', Ø: 'Oe', ü: 'ue', Ü: 'Ue' }

/**
 * Texts that may name the same film as a title does: as a whole, without what stands in parentheses, and that alone;
 * `Münchhausen` also as Muenchhausen.
 */
export function wholeTitles(d: Dialect, title: string): string {
  const spelled = (text: string) =>
    Object.entries(SPELLED).reduce((sql, [letter, two]) => `replace(${sql}, '${letter}', '${two}')`, text)
  const whole = asWritten(d, title)
  const both = d.bind(whole, (texts) => d.concatLists(texts, d.transform(texts, spelled)))
  return `CASE WHEN ${d.matches(title, `[${Object.keys(SPELLED).join('')}]`)} THEN ${both} ELSE ${whole} END`
}

function asWritten(d: Dialect, title: string): string {
  const inner = d.filter(
    d.transform(d.extractAll(title, '[(\\[][^()\\[\\]]{4,}[)\\]]'), (text) =>
      d.replaceAll(text, '^[(\\[](?:aka|a\\.k\\.a\\.)?\\s*|[)\\]]$', ''),
    ),
    (text) => `NOT ${d.matches(text, EDITION)}`,
  )
  const more = d.concatLists(
    d.concatLists(d.list([title, d.replaceAll(title, PARENTHESES, '')]), inner),
    d.split(title, ' / '),
  )
  return `CASE WHEN ${d.matches(title, '[(\\[/]')} THEN ${more} ELSE ${d.list([title])} END`
}

/** Texts that name it less surely: before and after a colon or dash, without whose it is (`Disney's A Christmas Carol`). */
export function partTitles(d: Dialect, title: string): string {
  const outer = d.replaceAll(title, PARENTHESES, '')
  const split = '^(.{3,}?)(?:: | - | – |, or,? )(.{3,})$'
  const unowned = d.extract(outer, "^(?:\\S+ ){0,2}\\S+(?:'s|’s|s'|s’) (.{3,})$", 1)
  const parts = d.list([d.extract(outer, split, 1), d.extract(outer, split, 2), unowned])
  // Few titles have any.
  return `CASE WHEN ${d.matches(title, "[:,–’'] |s’ | - ")} OR contains(${title}, ${d.literal("'s ")}) THEN ${parts} ELSE ${d.emptyList()} END`
}

/** `10008502-christmas_carol` and `the_fly_1986` name the film as well. */
export const slugTitle = (d: Dialect, slug: string): string =>
  d.replaceAll(d.replaceAll(slug, '^[0-9]{5,}-|_(?:18|19|20)[0-9]{2}$', ''), '[_-]+', ' ')
