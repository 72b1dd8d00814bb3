import type { Dialect } from '../dialect.ts'

/** A+ = 1, each step down 1/12, F = 0. */
const LETTERS = ['f', 'd-', 'd', 'd+', 'c-', 'c', 'c+', 'b-', 'b', 'b+', 'a-', 'a', 'a+']
const RATIO_OF = Object.fromEntries(LETTERS.map((letter, index) => [letter, String(index / 12)]))

const FRACTION =
  '^([0-9]+(?:\\.[0-9]+)?)\\s*(?:stars?\\s*)?(?:/|out of|of)\\s*([0-9]+(?:\\.[0-9]+)?)(?:\\s*stars?)?$'
const PERCENT = '^([0-9]+(?:\\.[0-9]+)?)\\s*%$'
const BARE = '^[0-9]+(?:\\.[0-9]+)?$'

/**
 * A critic's score (a token) as a share of its scale, and the scale. `score_ratio` is in [0, 1], or NULL when that
 * cannot be told: scale `bare` (a number alone), `invalid` (more than its scale, or a scale of 0) or `unknown`.
 * Else the scale is `/5`, `/10`…, `letter` or `percent`; both are NULL where there is no score.
 */
export function reviewScore(d: Dialect, score: string): { ratio: string; scale: string } {
  const value = `replace(${score}, '−', '-')`
  const number = (pattern: string, group: number) => d.tryCast(d.extract(value, pattern, group), 'DOUBLE')
  const of = number(FRACTION, 2)
  const fraction = d.matches(value, FRACTION)
  const fits = `${of} > 0 AND ${number(FRACTION, 1)} <= ${of}`
  const percent = d.matches(value, PERCENT)
  const share = number(PERCENT, 1)
  const letter = d.tryCast(d.lookUp(RATIO_OF, d.replaceAll(value, '\\s', '')), 'DOUBLE')
  const denominator = d.replaceAll(d.extract(value, FRACTION, 2), '\\.0+$', '')
  return {
    ratio: `CASE WHEN ${fraction} THEN CASE WHEN ${fits} THEN ${number(FRACTION, 1)} / ${of} END
      WHEN ${percent} THEN CASE WHEN ${share} <= 100 THEN ${share} / 100 END
      ELSE ${letter} END`,
    scale: `CASE WHEN ${value} IS NULL THEN NULL
      WHEN ${fraction} THEN CASE WHEN ${fits} THEN '/' || ${denominator} ELSE 'invalid' END
      WHEN ${percent} THEN CASE WHEN ${share} <= 100 THEN 'percent' ELSE 'invalid' END
      WHEN ${letter} IS NOT NULL THEN 'letter'
      WHEN ${d.matches(value, BARE)} THEN 'bare'
      ELSE 'unknown' END`,
  }
}
