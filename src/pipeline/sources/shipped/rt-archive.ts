import { defineSource } from '../define.ts'

/** The older public collection of Rotten Tomatoes: films. Aliases are those of its first edition. */
export const rtArchiveMovies = defineSource({
  id: 'rt_archive_movies',
  title: 'Rotten Tomatoes, older layout: movies',
  role: 'films',
  film: 'rt_id',
  keys: ['rotten_tomatoes_link'],
  fields: {
    rotten_tomatoes_link: { means: 'rt_id', required: true },
    movie_title: { means: 'title', required: true },
    movie_info: null,
    critics_consensus: { aliases: ['critic_consensus'] },
    content_rating: { aliases: ['rating'] },
    genres: { means: 'genres', aliases: ['genre'] },
    directors: { means: 'directors', aliases: ['director'] },
    authors: { means: 'writers', aliases: ['writers', 'writer'] },
    actors: { means: 'actors', aliases: ['cast'] },
    original_release_date: { means: 'release_date', aliases: ['in_theaters_date'] },
    streaming_release_date: { means: 'streaming_date', aliases: ['on_streaming_date'] },
    runtime: { means: 'runtime_minutes', aliases: ['runtime_in_minutes'] },
    production_company: { aliases: ['studio_name'] },
    tomatometer_status: null,
    tomatometer_rating: { means: 'tomato_meter', required: true },
    tomatometer_count: null,
    audience_status: null,
    audience_rating: { means: 'audience_score' },
    audience_count: null,
    tomatometer_top_critics_count: null,
    tomatometer_fresh_critics_count: null,
    tomatometer_rotten_critics_count: null,
  },
})

/** Its reviews, which have no numbers: the same critic, day and text make one. */
export const rtArchiveReviews = defineSource({
  id: 'rt_archive_reviews',
  title: 'Rotten Tomatoes, older layout: reviews',
  role: 'reviews',
  film: 'rt_id',
  keys: ['rotten_tomatoes_link', 'critic_name', 'publisher_name', 'review_date', 'review_content'],
  fields: {
    rotten_tomatoes_link: { means: 'rt_id', required: true },
    critic_name: { means: 'critic_name' },
    top_critic: { means: 'is_top_critic' },
    publisher_name: { means: 'publication_name' },
    review_type: { means: 'review_state' },
    review_score: { means: 'score_raw' },
    review_date: { means: 'created_at' },
    review_content: { means: 'review_text' },
  },
})
