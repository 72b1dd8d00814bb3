import type { Film } from './film.ts'
import type { Random } from './random.ts'
import { prose } from './sentences.ts'

export const IMDB_KAGGLE_COLUMNS =
  'Title,Year,Rated,Released,Runtime,Genre,Director,Writer,Actors,Plot,Language,Country,Awards,Poster,Ratings.Source,Ratings.Value,Metascore,imdbRating,imdbVotes,imdbID,Type,tomatoURL,DVD,BoxOffice,Production,Website,Response'.split(
    ',',
  )

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const COUNTRIES = ['USA', 'USA', 'UK', 'France', 'India', 'Japan', 'Germany, France']
const PARTS = [' (screenplay)', ' (story)', ' (based on the novel by)', '', '', '']
/** Of the films that are on both sites, how many give the address of their page there. */
const WITH_ADDRESS = 0.65
const NOT_THERE = 'N/A'

const two = (number: number) => String(number).padStart(2, '0')

/** The records of a film, one for each `Ratings.Source`; `slug` when it is on Rotten Tomatoes too. */
export function imdbKaggleRows(
  film: Film,
  slug: string | null,
  number: number,
  records: number,
  random: Random,
): { rows: string[][]; addressed: boolean } {
  const rating = Math.min(9.8, Math.max(1.1, 3 + film.quality * 5 + 0.6 * random.normal())).toFixed(1)
  const metascore = random.chance(0.75) ? String(Math.round(film.quality * 90)) : NOT_THERE
  const date = `${two(film.day)} ${MONTHS[film.month - 1]} ${film.year}`
  const addressed = slug !== null && random.chance(WITH_ADDRESS)
  const about = [
    film.title,
    // A year more than the site's own is the usual difference.
    String(film.year + (!addressed && random.chance(0.1) ? 1 : 0)),
    random.chance(0.9) ? film.rating : NOT_THERE,
    random.chance(0.97) ? date : NOT_THERE,
    random.chance(0.98) ? `${film.minutes + random.between(-1, 1)} min` : NOT_THERE,
    film.genres.slice(0, 3).map(asImdb).join(', '),
    film.directors.join(', '),
    film.writers.map((writer) => writer + random.pick(PARTS)).join(', '),
    film.actors.join(', '),
    prose(random, 160, true),
    film.language.replace(/ \(.*/, ''),
    random.pick(COUNTRIES),
    random.chance(0.6) ? `${random.between(1, 9)} wins & ${random.between(1, 30)} nominations.` : NOT_THERE,
    `https://m.media-amazon.com/images/M/MV5B${random.below(2 ** 31).toString(36)}.jpg`,
  ]
  const rest = [
    metascore,
    rating,
    random.below(900_000).toLocaleString('en-US'),
    `tt${String(1_000_000 + number).padStart(7, '0')}`,
    'movie',
    addressed ? `http://www.rottentomatoes.com/m/${slug}/` : NOT_THERE,
    random.chance(0.8) ? `${two(random.between(1, 28))} ${random.pick(MONTHS)} ${film.year + 1}` : NOT_THERE,
    random.chance(0.6) ? `$${film.boxOffice.toLocaleString('en-US')}` : NOT_THERE,
    film.distributor,
    NOT_THERE,
    'True',
  ]
  const ratings = [
    ['Internet Movie Database', `${rating}/10`],
    ['Rotten Tomatoes', `${Math.round(film.quality * 100)}%`],
    ['Metacritic', metascore === NOT_THERE ? NOT_THERE : `${metascore}/100`],
  ]
  return { rows: ratings.slice(0, records).map((own) => [...about, ...own, ...rest]), addressed }
}

const asImdb = (genre: string) => genre.replace('Sci-fi', 'Sci-Fi').replace('Mystery & thriller', 'Thriller')
