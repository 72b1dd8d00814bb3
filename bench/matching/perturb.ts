/** A title and a year as another site may write them; null where the change changes nothing. */
type Change = (film: { title: string; year: number; original: string | null }) => {
  title?: string
  year?: number
} | null

const NUMERALS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']
const WORDS = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']
const ARTICLE = /^(The|A|An|Le|La|Les|El|Los|Las|Il|Der|Die|Das) (.+)$/

const titled =
  (change: (title: string) => string): Change =>
  ({ title }) => {
    const changed = change(title).replace(/\s+/g, ' ').trim()
    return changed === title || changed === '' ? null : { title: changed }
  }

function otherNumeral(title: string): string {
  const roman = title.replace(
    / (II|III|IV|V|VI|VII|VIII|IX)\b/,
    (_, numeral) => ` ${NUMERALS.indexOf(numeral) + 1}`,
  )
  if (roman !== title) return roman
  const arabic = title.replace(/ ([2-9])\b/, (_, digit) => ` ${NUMERALS[Number(digit) - 1]}`)
  if (arabic !== title) return arabic
  return title.replace(new RegExp(`\\b(${WORDS.join('|')})\\b`), (word) => String(WORDS.indexOf(word) + 1))
}

/** What differs between two sites' records of one film. */
export const CHANGES: Readonly<Record<string, Change>> = {
  'as it is': () => ({}),
  'article put last': titled((title) => title.replace(ARTICLE, '$2, $1')),
  'article left out': titled((title) => title.replace(ARTICLE, '$2')),
  '& for and': titled((title) =>
    title.includes(' & ') ? title.replace(' & ', ' and ') : title.replace(' and ', ' & '),
  ),
  'other numerals': titled(otherNumeral),
  'without accents, in capitals': titled((title) =>
    title.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase(),
  ),
  'without punctuation': titled((title) => title.replace(/[’'.!?,]/g, '').replace(/[:–—/-]/g, ' ')),
  'subtitle left out': titled((title) => title.replace(/(?<=.{3})(?:: | - | – ).{3,}$/, '')),
  'subtitle alone': titled((title) => title.replace(/^.{3,}?(?:: | - | – )(?=.{6,}$)/, '')),
  'year in parentheses': ({ title, year }) => ({ title: `${title} (${year})` }),
  'one letter wrong': titled((title) =>
    title.length < 8 ? title : title.slice(0, 4) + title.slice(4).replace(/([a-z])([a-z])/, '$1$1'),
  ),
  'original title': ({ title, original }) =>
    original !== null && original !== title ? { title: original } : null,
  'a year later': ({ year }) => ({ year: year + 1 }),
  'a year earlier': ({ year }) => ({ year: year - 1 }),
  'article left out, a year later': ({ title, year }) =>
    ARTICLE.test(title) ? { title: title.replace(ARTICLE, '$2'), year: year + 1 } : null,
}

export interface Perturbed {
  id: string
  title: string
  year: number
  kind: string
}

/** Each film with one change, so that all kinds come about equally often as far as titles allow it. */
export function perturbed(
  films: readonly { id: string; title: string; year: number; original: string | null }[],
  changes: Readonly<Record<string, Change>> = CHANGES,
): Perturbed[] {
  const counts = new Map(Object.keys(changes).map((kind) => [kind, 0]))
  return films.map((film) => {
    const kinds = [...counts].toSorted((a, b) => a[1] - b[1])
    for (const [kind, count] of kinds) {
      const changed = changes[kind]?.(film)
      if (!changed) continue
      counts.set(kind, count + 1)
      return { id: film.id, title: film.title, year: film.year, ...changed, kind }
    }
    return { id: film.id, title: film.title, year: film.year, kind: 'as it is' }
  })
}
