import { imdbKaggle, rtFilms, rtMovies } from './layouts.ts'
import { rtReviews } from './reviews.ts'
import { readDemoFilms } from './vega-movies.ts'

/** The demo's files by name, derived from the `vega-datasets` package: always the same bytes. */
export async function deriveDemo(): Promise<Record<string, string>> {
  const films = await readDemoFilms()
  const onRt = rtFilms(films)
  return {
    'rt_movies.csv': rtMovies(onRt),
    'rt_reviews.csv': rtReviews(onRt),
    'imdb_kaggle.csv': imdbKaggle(films, onRt),
  }
}
