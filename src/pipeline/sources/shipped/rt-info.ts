import { defineSource } from '../define.ts'

/** Rotten Tomatoes films by number and without a title, as `rt.movie_info` has them. */
export const rtInfo = defineSource({
  id: 'rt_info',
  title: 'Rotten Tomatoes: film facts by number',
  role: 'films',
  film: 'own_id',
  keys: ['id'],
  fields: {
    id: { means: 'own_id', required: true },
    synopsis: { required: true },
    rating: null,
    genre: { means: 'genres', unit: 'bar' },
    director: { means: 'directors', unit: 'bar' },
    writer: { means: 'writers', unit: 'bar' },
    theater_date: { means: 'release_date', required: true },
    dvd_date: null,
    currency: null,
    box_office: { means: 'box_office_usd', unit: 'usd' },
    runtime: { means: 'runtime_minutes' },
    studio: null,
  },
})

/** The reviews of those films: `rt.reviews`. */
export const rtInfoReviews = defineSource({
  id: 'rt_info_reviews',
  title: 'Rotten Tomatoes: reviews by number of the film',
  role: 'reviews',
  film: 'own_id',
  films_of: 'rt_info',
  keys: ['id', 'critic', 'publisher', 'date', 'review'],
  fields: {
    id: { means: 'own_id', required: true },
    review: { means: 'review_text', required: true },
    rating: { means: 'score_raw' },
    fresh: { means: 'review_state', required: true },
    critic: { means: 'critic_name' },
    top_critic: { means: 'is_top_critic' },
    publisher: { means: 'publication_name' },
    date: { means: 'created_at' },
  },
})
