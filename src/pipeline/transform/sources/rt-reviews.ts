import { date } from '../rules/dates.ts'
import { flag } from '../rules/numbers.ts'
import { reviewScore } from '../rules/review-score.ts'
import { asKey, asLine, asText, asToken, type StandardTable } from '../standard.ts'

export const rtReviews: StandardTable = {
  source: 'rt_reviews',
  table: 'rt_reviews',
  key: ['review_id'],
  prepared: {
    rt_id: asKey('id'),
    review: asKey('review_id'),
    critic_name: asLine('critic_name'),
    publication_name: asLine('publicatio_name'),
    top_critic: asToken('is_top_critic'),
    score_raw: asLine('original_score'),
    score: asToken('original_score'),
    score_sentiment: asLine('score_sentiment'),
    said: asToken('score_sentiment'),
    state: asToken('review_state'),
    review_text: asText('review_text'),
    review_url: asLine('review_url'),
    created: asToken('creation_date'),
  },
  columns: (d) => {
    const { ratio, scale } = reviewScore(d, 'score')
    return {
      // Rotten Tomatoes numbers its reviews film by film.
      review_id: "rt_id || '/' || review",
      rt_id: 'rt_id',
      critic_name: 'critic_name',
      publication_name: 'publication_name',
      is_top_critic: flag('top_critic'),
      score_raw: 'score_raw',
      score_ratio: ratio,
      score_scale: scale,
      score_sentiment: 'score_sentiment',
      sentiment: `CASE WHEN said IN ('positive', 'negative') THEN said
        WHEN state = 'fresh' THEN 'positive' WHEN state = 'rotten' THEN 'negative' END`,
      review_text: 'review_text',
      review_url: 'review_url',
      created_at: date(d, 'created'),
    }
  },
}
