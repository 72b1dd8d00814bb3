import type { StandardTable } from '../standard.ts'
import { imdbKaggle } from './imdb-kaggle.ts'
import { rtMovies } from './rt-movies.ts'
import { rtReviews } from './rt-reviews.ts'

/** The sources whose records the rules know. */
export const STANDARD: readonly StandardTable[] = [rtMovies, rtReviews, imdbKaggle]
