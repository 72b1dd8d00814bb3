import type { SourceSpec } from '../spec.ts'
import { imdbKaggle } from './imdb-kaggle.ts'
import { rtMovies } from './rt-movies.ts'
import { rtReviews } from './rt-reviews.ts'

/** Every layout we ship, the one we trust most first (docs/rules.md, “Precedence”). */
export const SOURCES: readonly SourceSpec[] = [rtMovies, rtReviews, imdbKaggle]
