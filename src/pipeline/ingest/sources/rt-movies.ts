import { optional, required, type SourceSpec } from './spec.ts'

/** Rotten Tomatoes films. Its `id` is the slug of the film's page, to which `rt_reviews` refers. */
export const rtMovies: SourceSpec = {
  id: 'rt_movies',
  role: 'films',
  title: 'Rotten Tomatoes: movies',
  fields: [
    required('rt_id', 'id'),
    required('title', 'title'),
    required('audience_score', 'audienceScore'),
    required('tomato_meter', 'tomatoMeter'),
    optional('rating', 'rating'),
    optional('rating_contents', 'ratingContents'),
    optional('release_date_theaters', 'releaseDateTheaters'),
    optional('release_date_streaming', 'releaseDateStreaming'),
    optional('runtime_minutes', 'runtimeMinutes'),
    optional('genres', 'genre', 'genres'),
    optional('language', 'originalLanguage'),
    optional('director', 'director'),
    optional('writer', 'writer'),
    optional('box_office', 'boxOffice'),
    optional('distributor', 'distributor'),
    optional('sound_mix', 'soundMix'),
  ],
  keys: [{ field: 'rt_id' }],
}
