import type { ScoreReading } from '../api.ts'
import type { Duck } from '../duck/index.ts'
import { CineError } from '../errors.ts'
import { duckdbDialect, reviewScore, simplified, token } from '../transform/index.ts'

/** Rotten Tomatoes' own line between fresh and rotten. */
const POSITIVE_FROM = 0.6

/** A score as the transform would read it, with the sentiment that it tells. */
export async function readScore(duck: Duck, score: string): Promise<ScoreReading> {
  const d = duckdbDialect()
  const { ratio, scale } = reviewScore(d, 'score')
  const [read] = await duck.query<Omit<ScoreReading, 'sentiment'>>(
    `SELECT ${ratio} AS score_ratio, ${scale} AS score_scale
     FROM (SELECT ${simplified(d, 'written')} AS score FROM (SELECT ${token(d, '$1::VARCHAR')} AS written))`,
    [score],
  )
  const score_ratio = read?.score_ratio ?? null
  const sentiment = score_ratio === null ? null : score_ratio >= POSITIVE_FROM ? 'positive' : 'negative'
  return { score_ratio, score_scale: read?.score_scale ?? null, sentiment }
}

/** Throws `SCORE_NOT_UNDERSTOOD` for what is no score at all; a number alone is kept without a ratio. */
export function requireScore(score: string, { score_ratio, score_scale }: ScoreReading): void {
  if (score_ratio !== null || score_scale === 'bare') return
  throw new CineError('SCORE_NOT_UNDERSTOOD', `The score "${score}" is on no scale we know.`, {
    hint: 'Write it with its scale, such as 4/5, 8/10, 3 out of 4, B+ or 85%.',
    details: { score, score_scale },
  })
}
