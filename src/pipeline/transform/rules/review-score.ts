import type { Dialect } from '../dialect.ts'

/** A+ = 1, each step down 1/12, F = 0. */
const LETTERS = ['f', 'd-', 'd', 'd+', 'c-', 'c', 'c+', 'b-', 'b', 'b+', 'a-', 'a', 'a+']
const RATIO_OF = Object.fromEntries(LETTERS.map((letter, index) => [letter, String(index / 12)]))

const NUMBER = '(-?(?:[0-9]{1,9}(?:\\.[0-9]{0,9})?|\\.[0-9]{1,9}))'
const WORD_OF_STARS = '(?:stars?|[ée]toiles?|[*★⭐])?'
const FRACTION = `^${NUMBER}\\s*${WORD_OF_STARS}\\s*(?:/|out of|of|sur)\\s*${NUMBER}\\s*${WORD_OF_STARS}$`
const PERCENT = `^${NUMBER}\\s*(?:%|percent|pct|pour cent)$`
const BARE = `^${NUMBER}\\s*${WORD_OF_STARS}$`
const STARS = '^★+\\s*½?☆*$'
/** Other signs that critics write for a star, all of them for one. */
const FULL_STARS = '^[*★⭐✭✮✯⋆🌟][*★⭐✭✮✯⋆🌟\\x{FE0F}]*\\s*(?:½|1/2)?[☆✩✰]*$'

export interface ReviewScore {
  /** Share of its own scale, in [0, 1]. DOUBLE, NULL where it cannot be told. */
  ratio: string
  /** `/5`, `/10`…, `letter`, `percent`, or why there is no ratio; NULL where there is no score. */
  scale: string
  /** Of a score that is a number alone: the number, of a scale still to be learnt (scales.ts). DOUBLE. */
  bare: string
  /** What the score is out of, where it says so. DOUBLE. */
  of: string
  /** A number of stars: never a share of a hundred. */
  stars: string
}

/** A critic's score (a token, after `simplified`) as a share of its scale, and the scale. */
export function reviewScore(d: Dialect, value: string): ReviewScore {
  const number = (pattern: string, group: number) => d.tryCast(d.extract(value, pattern, group), 'DOUBLE')
  const fraction = d.matches(value, FRACTION)
  const [got, of] = [number(FRACTION, 1), number(FRACTION, 2)]
  const percent = d.matches(value, PERCENT)
  const share = number(PERCENT, 1)
  const letter = d.tryCast(d.lookUp(RATIO_OF, value), 'DOUBLE')
  const denominator = d.replaceAll(d.extract(value, FRACTION, 2), '\\.0*$', '')
  return {
    ratio: `CASE WHEN ${fraction} THEN CASE WHEN ${of} > 0 AND ${got} BETWEEN 0 AND ${of} THEN ${got} / ${of} END
      WHEN ${percent} THEN CASE WHEN ${share} BETWEEN 0 AND 100 THEN ${share} / 100 END
      ELSE ${letter} END`,
    scale: `CASE WHEN ${value} IS NULL THEN NULL
      WHEN ${fraction} THEN CASE WHEN ${of} <= 0 THEN 'bad_denominator' WHEN ${got} < 0 THEN 'below_scale'
        WHEN ${got} > ${of} THEN 'above_scale' ELSE '/' || ${denominator} END
      WHEN ${percent} THEN CASE WHEN ${share} < 0 THEN 'below_scale' WHEN ${share} > 100 THEN 'above_scale'
        ELSE 'percent' END
      WHEN ${letter} IS NOT NULL THEN 'letter'
      WHEN ${d.matches(value, BARE)} THEN CASE WHEN ${number(BARE, 1)} < 0 THEN 'below_scale' ELSE 'bare' END
      ELSE 'unknown' END`,
    bare: `CASE WHEN ${number(BARE, 1)} >= 0 THEN ${number(BARE, 1)} END`,
    of: `CASE WHEN ${of} > 0 AND ${got} BETWEEN 0 AND ${of} THEN ${of}
      WHEN ${percent} AND ${share} BETWEEN 0 AND 100 THEN 100e0 END`,
    stars: d.matches(value, 'star|toile|[*★⭐]'),
  }
}

/**
 * A score as `reviewScore` reads it: stars counted (`★★★½☆` is 3.5/5, `★★★½` is 3.5 stars), halves and quarters as
 * decimals (`3 1/2 stars`), a decimal comma as a point, `B plus` as `b+`; asterisks and other signs are stars, `Rating:`
 * before it is left out.
 */
export function simplified(d: Dialect, token: string): string {
  const unnamed = d.replaceAll(token, '^(?:grade|rating|score|note)\\s*:?\\s+|[.!]$', '')
  const starred = [
    ['\\x{FE0F}', ''],
    ['[*⭐✭✮✯⋆🌟]', '★'],
    ['[✩✰]', '☆'],
    ['1/2', '½'],
  ].reduce((sql, [pattern, replacement]) => d.replaceAll(sql, pattern ?? '', replacement ?? ''), unnamed)
  return d.bind(`CASE WHEN ${d.matches(unnamed, FULL_STARS)} THEN ${starred} ELSE ${unnamed} END`, (score) =>
    inNumbers(d, score),
  )
}

function inNumbers(d: Dialect, token: string): string {
  const count = (character: string) => `(length(${token}) - length(replace(${token}, '${character}', '')))`
  const stars = `${d.asText(count('★'))} || CASE WHEN ${token} LIKE '%½%' THEN '.5' ELSE '' END`
  const outOf = `CASE WHEN ${token} LIKE '%☆%'
    THEN '/' || ${d.asText(`${count('★')} + ${count('½')} + ${count('☆')}`)} ELSE ' stars' END`
  const decimals = [
    ['\\s*½', '.5'],
    ['\\s*¼', '.25'],
    ['\\s*¾', '.75'],
    ['^([0-9]+)(?:\\s+(?:and|et|&))?(?:\\s+|-)1/2', '\\1.5'],
    ['^([0-9]+)(?:\\s+|-)1/4', '\\1.25'],
    ['^([0-9]+)(?:\\s+|-)3/4', '\\1.75'],
    ['([0-9]),([0-9])', '\\1.\\2'],
    ['[−–]', '-'],
    ['^([a-f])[\\s-]*(?:\\+|plus)$', '\\1+'],
    ['^([a-f])\\s*(?:-|-?minus|moins)$', '\\1-'],
  ].reduce((sql, [pattern, replacement]) => d.replaceAll(sql, pattern ?? '', replacement ?? ''), token)
  return `CASE WHEN ${d.matches(token, STARS)} THEN ${stars} || ${outOf} ELSE ${decimals} END`
}
