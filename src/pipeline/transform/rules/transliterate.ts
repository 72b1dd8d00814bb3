import type { Dialect } from '../dialect.ts'

/**
 * A text in small Latin letters without accents, also of letters that are no base letter with an accent: `Łódź` is
 * lodz, `Straße` strasse, `Брат` brat, `Ζορμπάς` zormpas. Other scripts stay. Most texts are ASCII, and few of the others
 * hold such letters: a look tells, for the chains are long.
 */
export function smallLatin(d: Dialect, text: string): string {
  const small = (from: string) => d.lower(d.stripAccents(from))
  // With its accent `й` is another letter than `и`.
  const kept = `translate(${text}, 'йЙ', 'yy')`
  const greek = spelled(GREEK, `replace(${spelled(LATIN, small(kept))}, 'ου', 'ou')`)
  return `CASE WHEN bit_length(${text}) = 8 * length(${text}) THEN ${d.lower(text)}
    WHEN ${d.matches(text, '[\\x{370}-\\x{52F}\\x{1F00}-\\x{1FFF}]')} THEN ${spelled(CYRILLIC, greek)}
    WHEN ${d.matches(text, '[øłđðıħŧŋƀɨəßæœþĳﬁﬂØŁĐÐĦŦŊɃƗƏẞÆŒÞĲǽǼǿǾ]')} THEN ${spelled(LATIN, small(text))}
    ELSE ${small(text)} END`
}

function spelled(letters: Letters, text: string): string {
  const single = `translate(${text}, '${letters.from}', '${letters.to}')`
  return letters.several.reduce((sql, [letter, latin]) => `replace(${sql}, '${letter}', '${latin}')`, single)
}

interface Letters {
  /** Each of these is the letter at its place in `to`; those beyond it are left out. */
  from: string
  to: string
  several: readonly (readonly [letter: string, latin: string])[]
}

const LATIN: Letters = {
  from: 'øłđðıħŧŋƀɨə',
  to: 'olddihtnbie',
  several: [
    ['ß', 'ss'],
    ['æ', 'ae'],
    ['œ', 'oe'],
    ['þ', 'th'],
    ['ĳ', 'ij'],
    ['ﬁ', 'fi'],
    ['ﬂ', 'fl'],
  ],
}

/** As titles and names are written in English, without signs. */
const CYRILLIC: Letters = {
  from: 'абвгґдезѕиіјклмнопрстуфыэћъь',
  to: 'abvggdezziijklmnoprstufyec',
  several: [
    ['ж', 'zh'],
    ['х', 'kh'],
    ['ц', 'ts'],
    ['ч', 'ch'],
    ['ш', 'sh'],
    ['щ', 'shch'],
    ['ю', 'yu'],
    ['я', 'ya'],
    ['є', 'ye'],
    ['љ', 'lj'],
    ['њ', 'nj'],
    ['ђ', 'dj'],
    ['џ', 'dz'],
  ],
}

/** ELOT 743, letter by letter. */
const GREEK: Letters = {
  from: 'αβγδεζηικλμνξοπρσςτυφω',
  to: 'avgdeziiklmnxoprsstyfo',
  several: [
    ['θ', 'th'],
    ['χ', 'ch'],
    ['ψ', 'ps'],
  ],
}
