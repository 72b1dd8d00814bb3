import type { SourceSpec } from '../spec.ts'
import { bechdel, oscars } from './awards.ts'
import { fandangoScores, fandangoStars } from './fandango.ts'
import { imdb5000 } from './imdb-5000.ts'
import { imdbKaggle } from './imdb-kaggle.ts'
import { imdbBasics, imdbCrew, imdbRatings } from './imdb-titles.ts'
import { bomGross, tnBudgets } from './money.ts'
import { rtArchiveMovies, rtArchiveReviews } from './rt-archive.ts'
import { rtInfo, rtInfoReviews } from './rt-info.ts'
import { rtMovies } from './rt-movies.ts'
import { rtReviews } from './rt-reviews.ts'
import { tmdb5000, tmdbMovies } from './tmdb.ts'

/** Every layout we ship, the one that is believed most first (docs/rules.md, “Precedence”). */
export const SOURCES: readonly SourceSpec[] = [
  rtMovies,
  rtReviews,
  imdbKaggle,
  rtArchiveMovies,
  rtArchiveReviews,
  imdbRatings,
  imdbBasics,
  imdbCrew,
  imdb5000,
  bechdel,
  oscars,
  tmdb5000,
  tmdbMovies,
  tnBudgets,
  bomGross,
  rtInfo,
  rtInfoReviews,
  fandangoScores,
  fandangoStars,
]
