import { defineSource } from '../define.ts'

/** `publicatioName` is how the public file spells it. Reviews are numbered film by film. */
export const rtReviews = defineSource({
  id: 'rt_reviews',
  title: 'Rotten Tomatoes: reviews',
  role: 'reviews',
  film: 'rt_id',
  keys: ['id', 'review_id'],
  fields: {
    id: { means: 'rt_id', required: true },
    reviewId: { means: 'review_id', required: true },
    creationDate: { means: 'created_at' },
    criticName: { means: 'critic_name', required: true },
    isTopCritic: { means: 'is_top_critic' },
    originalScore: { means: 'score_raw' },
    reviewState: { means: 'review_state' },
    publicatioName: { means: 'publication_name', aliases: ['publicationName'] },
    reviewText: { means: 'review_text', required: true },
    scoreSentiment: { means: 'score_sentiment' },
    reviewUrl: { means: 'review_url' },
  },
})
