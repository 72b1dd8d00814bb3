import { NOT_OF_A_WORD } from '../transform/index.ts'
import type { Published } from './published.ts'
import { prepareFilmTexts, prepareReviewTexts } from './search-texts.ts'
import type { Values } from './values.ts'

/** A condition on a column of bare texts, which may hold several, each in `SEPARATOR`s. */
type TextCondition = (values: Values, column: string) => string

/** Conditions on `films`: its title, one of its people or ids contains the text, case and accents aside. */
export async function filmSearch(
  run: Published,
  text: string | undefined,
  signal?: AbortSignal,
): Promise<(values: Values) => string[]> {
  const condition = await textCondition(run, text)
  if (!condition) return () => []
  await prepareFilmTexts(run, signal)
  return (values) => [`rowid IN (SELECT film_row FROM film_texts WHERE ${condition(values, 'texts')})`]
}

/** Conditions on `reviews`: its text, critic or publication contains the text, case and accents aside. */
export async function reviewSearch(
  run: Published,
  text: string | undefined,
  signal?: AbortSignal,
): Promise<(values: Values) => string[]> {
  const condition = await textCondition(run, text)
  if (!condition) return () => []
  await prepareReviewTexts(run, signal)
  return (values) => [
    `(file_no, file_row) IN (SELECT file_no, file_row FROM review_texts WHERE ${condition(values, 'texts')})`,
  ]
}

/**
 * What is looked for is folded; a text contains it when its own folded form would. One word needs no folding
 * of the text; of several, each is looked for before their order is. Null when there is nothing to look for.
 */
async function textCondition(run: Published, text: string | undefined): Promise<TextCondition | null> {
  const wanted = text?.trim() ?? ''
  if (wanted === '') return null
  const [row] = await run.duck.query<{ folded: string }>('SELECT fold($1::VARCHAR) AS folded', [wanted])
  const words = (row?.folded ?? '').split(' ')
  return (values, column) => {
    const contained = words.map((word) => `contains(${column}, ${values.add(word)})`)
    if (words.length === 1) return contained.join()
    const between = `${NOT_OF_A_WORD.slice(0, -1)}\\x{1F}]+`
    return [
      ...contained,
      `regexp_matches(${column}, ${values.add(words.map(literally).join(between))})`,
    ].join(' AND ')
  }
}

/** Punctuation only stands as it is: a pattern must not read it. */
function literally(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, (sign) => `\\x{${sign.codePointAt(0)?.toString(16)}}`)
}
