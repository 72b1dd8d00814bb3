import { defineSource } from '../define.ts'

/** TMDB as its search gives it: genres by number. Its votes are not IMDb's. */
export const tmdbMovies = defineSource({
  id: 'tmdb_movies',
  title: 'TMDB: movies',
  role: 'films',
  film: 'own_id',
  keys: ['id'],
  fields: {
    genre_ids: { means: 'genres', unit: 'tmdb_ids', required: true },
    id: { means: 'own_id', required: true },
    original_language: { means: 'language' },
    original_title: { means: 'original_title' },
    popularity: null,
    release_date: { means: 'release_date' },
    title: { means: 'title', required: true },
    vote_average: null,
    vote_count: null,
  },
})

/** TMDB 5,000: lists of objects in columns. */
export const tmdb5000 = defineSource({
  id: 'tmdb5000',
  title: 'TMDB 5,000 movies',
  role: 'films',
  film: 'own_id',
  keys: ['id'],
  fields: {
    budget: null,
    genres: { means: 'genres', required: true },
    homepage: null,
    id: { means: 'own_id', required: true },
    keywords: null,
    original_language: { means: 'language' },
    original_title: { means: 'original_title' },
    overview: null,
    popularity: null,
    production_companies: null,
    production_countries: { means: 'country' },
    release_date: { means: 'release_date' },
    revenue: { means: 'box_office_worldwide_usd', unit: 'usd', required: true },
    runtime: { means: 'runtime_minutes' },
    spoken_languages: null,
    status: null,
    tagline: null,
    title: { means: 'title', required: true },
    vote_average: null,
    vote_count: null,
  },
})
