import { defineSource } from '../define.ts'

/** IMDb's own `title.basics`: what every title is. Its names also as `primary_title`, `start_year`… */
export const imdbBasics = defineSource({
  id: 'imdb_basics',
  title: 'IMDb: title.basics',
  role: 'films',
  film: 'imdb_id',
  keys: ['tconst'],
  fields: {
    tconst: { means: 'imdb_id', required: true },
    titleType: { means: 'kind' },
    primaryTitle: { means: 'title', required: true },
    originalTitle: { means: 'original_title' },
    isAdult: null,
    startYear: { means: 'year', required: true },
    endYear: null,
    runtimeMinutes: { means: 'runtime_minutes' },
    genres: { means: 'genres' },
  },
})

export const imdbRatings = defineSource({
  id: 'imdb_ratings',
  title: 'IMDb: title.ratings',
  role: 'ratings',
  film: 'imdb_id',
  keys: ['tconst'],
  fields: {
    tconst: { means: 'imdb_id', required: true },
    averageRating: { means: 'imdb_rating', required: true },
    numVotes: { means: 'imdb_votes', required: true },
  },
})

/** Directors and writers by their numbers on IMDb (`nm…`), not by name. */
export const imdbCrew = defineSource({
  id: 'imdb_crew',
  title: 'IMDb: title.crew',
  role: 'people',
  film: 'imdb_id',
  keys: ['tconst'],
  fields: {
    tconst: { means: 'imdb_id', required: true },
    directors: { means: 'director_ids', required: true },
    writers: { means: 'writer_ids', required: true },
  },
})
