import { optional, required, type SourceSpec } from './spec.ts'

/** Rotten Tomatoes reviews. `publicatioName` is how the public file spells it. */
export const rtReviews: SourceSpec = {
  id: 'rt_reviews',
  role: 'reviews',
  title: 'Rotten Tomatoes: reviews',
  fields: [
    required('rt_id', 'id'),
    required('review_id', 'reviewId'),
    optional('creation_date', 'creationDate'),
    required('critic_name', 'criticName'),
    optional('is_top_critic', 'isTopCritic'),
    optional('original_score', 'originalScore'),
    optional('review_state', 'reviewState'),
    optional('publication_name', 'publicatioName', 'publicationName'),
    required('review_text', 'reviewText'),
    optional('score_sentiment', 'scoreSentiment'),
    optional('review_url', 'reviewUrl'),
  ],
  keys: [{ field: 'rt_id' }, { field: 'review_id' }],
}
