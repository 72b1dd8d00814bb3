import type { Dialect } from '../dialect.ts'
import { isKnown, line } from './text.ts'

// In this form Java's regular expressions need no stack for each letter.
const QUOTED = `'[^'\\\\]*(?:\\\\.[^'\\\\]*)*'|"[^"\\\\]*(?:\\\\.[^"\\\\]*)*"`
/** The names of a list of objects, as TMDB writes them: `[{"id": 28, "name": "Action"}]`. */
const NAMED = `["']name["']\\s*:\\s*(?:${QUOTED})`
const OBJECTS = `^\\s*(?:\\[\\s*\\{|\\{\\s*["'][A-Za-z0-9_]+["']\\s*:)`
/** A list, set or tuple of quoted items; others among them are numbers, or `null`. */
const QUOTED_ITEMS = `^\\s*(?:[\\[{](?:[^"']*,)?|\\()\\s*["']`
const UNQUOTE = `^(?:["']name["']\\s*:\\s*)?["']|["']$`

/** How a list may be separated when its source says so; see `unitsOf` in the sources room. */
const SEPARATORS: Readonly<Record<string, string>> = { comma: ',', semicolon: ';', bar: '|', slash: '/' }

/** What programs write where there is no name; a title may be so, an item of a list is not. */
const NO_NAMES = ['null', 'none', 'nan', '-']

/** Items of `A, B`, `A|B`, or a Python or JSON list `['A', "B"]`; each on one line, in order. */
function list(d: Dialect, raw: string, form: string, item: (text: string) => string): string {
  // The blank after a comma is taken off first: what begins with one is not plain to `line`, which then works hard.
  const items = d.transform(parts(d, raw, form), (each) => d.trim(item(each), ' '))
  return d.filter(
    d.transform(items, (each) => line(d, each)),
    (each) => isKnown(d, each, NO_NAMES),
  )
}

function parts(d: Dialect, raw: string, form: string): string {
  const separator = SEPARATORS[form]
  if (separator) return d.split(raw, separator)
  const unquoted = (items: string) =>
    d.transform(items, (each) => unescaped(d, d.replaceAll(each, UNQUOTE, '')))
  // One look for most, which are in no brackets.
  return `CASE WHEN ${d.matches(raw, '^\\s*[\\[{(]')} THEN CASE
      WHEN ${d.matches(raw, OBJECTS)} THEN ${unquoted(d.extractAll(raw, NAMED))}
      WHEN ${d.matches(raw, QUOTED_ITEMS)} THEN ${unquoted(d.extractAll(raw, QUOTED))}
      WHEN ${d.matches(raw, '^\\s*[\\[{]')} THEN ${bareItems(d, raw)}
      WHEN ${raw} LIKE '%|%' THEN ${d.split(raw, '|')} ELSE ${d.split(raw, ',')} END
    WHEN ${raw} LIKE '%|%' THEN ${d.split(raw, '|')}
    WHEN ${raw} LIKE '%;%' AND ${raw} NOT LIKE '%&%' THEN ${d.split(raw, ';')} ELSE ${d.split(raw, ',')} END`
}

/** `[Drama, Comedy]`; numbers are no names. */
function bareItems(d: Dialect, raw: string): string {
  const inside = d.replaceAll(raw, '^\\s*[\\[{]|[\\]}]\\s*$', '')
  return `CASE WHEN ${d.matches(inside, '\\pL')} THEN ${d.split(inside, ',')} ELSE ${d.emptyList()} END`
}

/** `\'`, `\"` and `\u00e9` as Python and JSON write them; other escapes leave their letter. */
function unescaped(d: Dialect, text: string): string {
  const pieces = d.transform(d.split(text, '\\u'), (piece, index) => {
    const code = d.fromHex(d.extract(piece, '^([0-9A-Fa-f]{4})', 1))
    return `CASE WHEN ${index} = 1 THEN ${piece}
      ELSE coalesce(CASE WHEN ${code} BETWEEN 32 AND 55295 OR ${code} BETWEEN 57344 AND 65533
        THEN ${d.codePoint(code)} END || substr(${piece}, 5), ${piece}) END`
  })
  const plain = `CASE WHEN contains(${text}, ${d.literal('\\u')}) THEN ${d.join(pieces, '')} ELSE ${text} END`
  return `CASE WHEN contains(${text}, ${d.literal('\\')}) THEN ${d.replaceAll(plain, '\\\\(.)', '\\1')} ELSE ${text} END`
}

/** Genres, written one way: `Sci-fi`, `Sci-Fi` and `Science Fiction` are one, so are `and` and `&`. */
export function genres(d: Dialect, raw: string, form = 'auto'): string {
  if (form === 'tmdb_ids')
    return d.filter(
      d.transform(d.extractAll(raw, '[0-9]+'), (id) => d.lookUp(TMDB_GENRES, id)),
      (each) => `${each} IS NOT NULL`,
    )
  return list(d, raw, form, (item) => {
    const plain = d.replaceAll(item, ' [Aa]nd ', ' & ')
    return `CASE WHEN ${d.matches(item, '^\\s*[Ss]cience [Ff]iction\\s*$')} THEN 'Sci-Fi'
      WHEN ${d.matches(item, '(?:^|[ -])[a-z]')} THEN ${capitalised(d, capitalised(d, plain, ' '), '-')}
      ELSE ${plain} END`
  })
}

/** TMDB's numbers of its genres. */
const TMDB_GENRES = {
  '12': 'Adventure',
  '14': 'Fantasy',
  '16': 'Animation',
  '18': 'Drama',
  '27': 'Horror',
  '28': 'Action',
  '35': 'Comedy',
  '36': 'History',
  '37': 'Western',
  '53': 'Thriller',
  '80': 'Crime',
  '99': 'Documentary',
  '878': 'Sci-Fi',
  '9648': 'Mystery',
  '10402': 'Music',
  '10749': 'Romance',
  '10751': 'Family',
  '10752': 'War',
  '10770': 'TV Movie',
}

/** Names of people, without what they did: `Ann Lee (screenplay)` is Ann Lee; `Sammy Davis, Jr.` is one. */
export function people(d: Dialect, raw: string, form = 'auto'): string {
  const joined = d.replaceAll(raw, ',\\s*((?i:jr|sr|ii|iii|iv))\\b', ' \\1')
  return list(
    d,
    joined,
    form,
    (item) =>
      `CASE WHEN ${item} LIKE '%(%' THEN ${d.replaceAll(item, '\\s*\\([^()]*\\)', '')} ELSE ${item} END`,
  )
}

/** Languages or countries as one text, `English, French`, whatever list they came in; `named`: the name of an item. */
export function joinedNames(d: Dialect, raw: string, named: (item: string) => string): string {
  // Entities end in a semicolon.
  const barred = `CASE WHEN ${raw} LIKE '%&%' THEN ${raw} WHEN ${raw} LIKE '%/%' OR ${raw} LIKE '%;%'
    THEN ${d.replaceAll(raw, '\\s*[/;]\\s*', '|')} ELSE ${raw} END`
  const names = d.filter(
    d.transform(
      list(d, barred, 'auto', (item) => item),
      named,
    ),
    (each) => `${each} <> ''`,
  )
  const several = d.bind(names, (each) => d.join(d.distinctInOrder(each), ', '))
  // Most are one name, as it stands, or a code.
  return `CASE WHEN ${d.matches(raw, ONE_NAME)} THEN ${raw}
    WHEN ${d.matches(raw, '^[A-Za-z]{2}$')} THEN ${named(raw)} ELSE ${several} END`
}

/** Longer than a code or a way to say that there is none. */
const ONE_NAME = '^[A-Z][a-z]{4,}(?: [A-Z][a-z]+)*$'

/** Countries, by name. */
export function countries(d: Dialect, raw: string): string {
  return joinedNames(d, raw, (item) => item)
}

function capitalised(d: Dialect, text: string, separator: string): string {
  const words = d.transform(
    d.split(text, separator),
    (word) => `${d.upper(`substr(${word}, 1, 1)`)} || substr(${word}, 2)`,
  )
  return d.join(words, separator)
}
