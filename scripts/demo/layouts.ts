import { csv } from './csv.ts'
import type { DemoFilm } from './vega-movies.ts'

const RT_COLUMNS =
  'id,title,audienceScore,tomatoMeter,rating,ratingContents,releaseDateTheaters,releaseDateStreaming,runtimeMinutes,genre,originalLanguage,director,writer,boxOffice,distributor,soundMix'
const OMDB_COLUMNS =
  'Title,Year,Rated,Released,Runtime,Genre,Director,Writer,Actors,Plot,Language,Country,Awards,Poster,Ratings.Source,Ratings.Value,Metascore,imdbRating,imdbVotes,imdbID,Type,tomatoURL,DVD,BoxOffice,Production,Website,Response'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
/** Two films of three name their Rotten Tomatoes page; the third is found by its title and year. */
const WITHOUT_ADDRESS = 3

const grouped = (value: number | null) => value?.toLocaleString('en-US') ?? null
const dollars = (value: number | null) => (value === null ? null : `$${grouped(value)}`)
const two = (value: number) => String(value).padStart(2, '0')

export const isoDate = ({ year, month, day }: DemoFilm['released']) => `${year}-${two(month)}-${two(day)}`

/** The films that have a Rotten Tomatoes rating, with the id of their page. */
export type RtFilm = DemoFilm & { slug: string; tomatoMeter: number }

export function rtFilms(films: readonly DemoFilm[]): RtFilm[] {
  const slugs = slugsOf(films)
  return films.flatMap((film) => {
    const slug = slugs.get(film.number)
    return film.tomatoMeter === null || slug === undefined
      ? []
      : [{ ...film, slug, tomatoMeter: film.tomatoMeter }]
  })
}

/** `rt_movies`: every film that has a Rotten Tomatoes rating. */
export function rtMovies(films: readonly RtFilm[]): string {
  const rows = films.map((film) => ({
    id: film.slug,
    title: film.title,
    tomatoMeter: film.tomatoMeter,
    rating: film.rated,
    releaseDateTheaters: isoDate(film.released),
    runtimeMinutes: film.runtimeMinutes,
    genre: film.genres.join(', '),
    director: film.director,
    boxOffice: dollars(film.grossUsd),
    distributor: film.distributor,
  }))
  return csv(RT_COLUMNS.split(','), rows)
}

/** `imdb_kaggle`: every film that has an IMDb rating, and those that have no rating at all. */
export function imdbKaggle(films: readonly DemoFilm[], onRt: readonly RtFilm[]): string {
  const slugs = new Map(onRt.map((film) => [film.number, film.slug]))
  const rows = films
    .filter((film) => film.imdbRating !== null || film.tomatoMeter === null)
    .map((film) => {
      const slug = film.number % WITHOUT_ADDRESS === 0 ? undefined : slugs.get(film.number)
      const { year, month, day } = film.released
      return {
        Title: film.title,
        Year: year,
        Rated: film.rated,
        Released: `${two(day)} ${MONTHS[month - 1]} ${year}`,
        Runtime: film.runtimeMinutes === null ? null : `${film.runtimeMinutes} min`,
        Genre: film.genres.join(', '),
        Director: film.director,
        'Ratings.Source': film.imdbRating === null ? null : 'Internet Movie Database',
        'Ratings.Value': film.imdbRating === null ? null : `${film.imdbRating.toFixed(1)}/10`,
        imdbRating: film.imdbRating?.toFixed(1) ?? null,
        imdbVotes: grouped(film.imdbVotes),
        imdbID: madeUpImdbId(film),
        Type: 'movie',
        tomatoURL: slug === undefined ? null : `https://www.rottentomatoes.com/m/${slug}`,
        BoxOffice: dollars(film.grossUsd),
        Production: film.distributor,
        Response: 'True',
      }
    })
  return csv(OMDB_COLUMNS.split(','), rows)
}

/** The data set has no ids. These have ten digits where real ones have seven or eight. */
function madeUpImdbId(film: DemoFilm): string {
  return `tt99${String(film.number).padStart(8, '0')}`
}

/** Ids in the manner of Rotten Tomatoes: of films of one title, the later ones carry their year. */
function slugsOf(films: readonly DemoFilm[]): Map<number, string> {
  const slugs = new Map<number, string>()
  const taken = new Set<string>()
  for (const film of films.toSorted((one, other) => one.released.year - other.released.year)) {
    const base = slug(film.title)
    const own = taken.has(base) ? `${base}_${film.released.year}` : base
    if (taken.has(own)) throw new Error(`Two films would be ${own}.`)
    taken.add(own)
    slugs.set(film.number, own)
  }
  return slugs
}

function slug(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
}
