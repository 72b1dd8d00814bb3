import { defineSource } from '../define.ts'

/** Its `id` is the slug of the film's page, to which `rt_reviews` refers. */
export const rtMovies = defineSource({
  id: 'rt_movies',
  title: 'Rotten Tomatoes: movies',
  role: 'films',
  film: 'rt_id',
  keys: ['id'],
  fields: {
    id: { means: 'rt_id', required: true },
    title: { means: 'title', required: true },
    audienceScore: { means: 'audience_score', required: true },
    tomatoMeter: { means: 'tomato_meter', required: true },
    rating: null,
    ratingContents: null,
    releaseDateTheaters: { means: 'release_date' },
    releaseDateStreaming: { means: 'streaming_date' },
    runtimeMinutes: { means: 'runtime_minutes' },
    genre: { means: 'genres', aliases: ['genres'] },
    originalLanguage: { means: 'language' },
    director: { means: 'directors' },
    writer: { means: 'writers' },
    boxOffice: { means: 'box_office_usd', unit: 'usd' },
    distributor: null,
    soundMix: null,
  },
})
