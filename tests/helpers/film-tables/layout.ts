import type { Meaning, Unit } from '../../../src/pipeline/sources/index.ts'
import { type MadeFilm, madeFilms } from './made-films.ts'
import { COUNTRY_IN, GENRE_IN } from './words.ts'

/** A column of an invented table: its header, what it means (null: nothing we use), what it holds. */
export type MadeColumn = [
  header: string,
  means: Meaning | null,
  value: (film: MadeFilm, all: readonly MadeFilm[]) => string | number | null | undefined,
  unit?: Unit,
]

export interface MadeLayout {
  name: string
  rows: number
  columns: MadeColumn[]
  /** In which order the films stand. */
  by?: (one: MadeFilm, other: MadeFilm) => number
}

/** The rows of an invented table: the same ones each time. */
export function madeRows({ name, rows, columns, by }: MadeLayout): string[][] {
  const seed = [...name].reduce((sum, letter) => Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0), rows)
  const films = madeFilms(rows, seed)
  if (by) films.sort(by)
  films.forEach((film, n) => {
    film.n = n
  })
  return films.map((film) => columns.map(([, , value]) => String(value(film, films) ?? '')))
}

const two = (number: number) => String(number).padStart(2, '0')
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
type Tongue = keyof typeof GENRE_IN

/** Ways to write what is known of a film. */
export const written = {
  title: (film: MadeFilm) => film.title,
  original: (film: MadeFilm) => film.originalTitle,
  year: (film: MadeFilm) => film.year,
  titleYear: (film: MadeFilm) => `${film.title} (${film.year})`,
  minutes: (film: MadeFilm) => film.minutes,
  min: (film: MadeFilm) => `${film.minutes} min`,
  hm: (film: MadeFilm) => `${Math.floor(film.minutes / 60)}h ${film.minutes % 60}m`,
  hours: (film: MadeFilm) => (film.minutes / 60).toFixed(2),
  iso: (film: MadeFilm) => `${film.year}-${two(film.month)}-${two(film.day)}`,
  dmy: (film: MadeFilm) => `${two(film.day)}/${two(film.month)}/${film.year}`,
  mdy: (film: MadeFilm) => `${two(film.month)}/${two(film.day)}/${film.year}`,
  dotted: (film: MadeFilm) => `${two(film.day)}.${two(film.month)}.${film.year}`,
  named: (film: MadeFilm) => `${MONTHS[film.month - 1]} ${film.day}, ${film.year}`,
  genres: (by: string, tongue?: Tongue) => (film: MadeFilm) =>
    film.genres.map((genre) => (tongue ? (GENRE_IN[tongue][genre] ?? genre) : genre)).join(by),
  genre: (film: MadeFilm) => film.genres[0],
  directors: (by: string) => (film: MadeFilm) => film.directors.join(by),
  writers: (by: string) => (film: MadeFilm) => film.writers.join(by),
  actors: (by: string) => (film: MadeFilm) => film.actors.join(by),
  python: (list: 'actors' | 'directors' | 'genres') => (film: MadeFilm) =>
    `[${film[list].map((item) => (item.includes("'") ? `"${item}"` : `'${item}'`)).join(', ')}]`,
  json: (list: 'actors' | 'directors' | 'genres') => (film: MadeFilm) => JSON.stringify(film[list]),
  country: (film: MadeFilm) => film.country,
  countryIn: (tongue: Tongue) => (film: MadeFilm) => COUNTRY_IN[tongue][film.country] ?? film.country,
  language: (film: MadeFilm) => film.language,
  rating: (film: MadeFilm) => film.rating.toFixed(1),
  votes: (film: MadeFilm) => film.votes,
  votesCommas: (film: MadeFilm) => film.votes.toLocaleString('en-US'),
  critics: (film: MadeFilm) => film.critics,
  criticsPercent: (film: MadeFilm) => `${film.critics}%`,
  audience: (film: MadeFilm) => film.audience,
  audiencePercent: (film: MadeFilm) => `${film.audience}%`,
  metascore: (film: MadeFilm) => film.metascore,
  home: (film: MadeFilm) => film.home || null,
  homeDollars: (film: MadeFilm) => film.home && `$${film.home.toLocaleString('en-US')}`,
  world: (film: MadeFilm) => film.world || null,
  worldDollars: (film: MadeFilm) => film.world && `$${film.world.toLocaleString('en-US')}`,
  worldMillions: (film: MadeFilm) => film.world && (film.world / 1e6).toFixed(1),
  abroadDollars: (film: MadeFilm) => film.world && `$${(film.world - film.home).toLocaleString('en-US')}`,
  budget: (film: MadeFilm) => film.budget,
  budgetDollars: (film: MadeFilm) => `$${film.budget.toLocaleString('en-US')}`,
  imdbId: (film: MadeFilm) => `tt${String(film.imdb).padStart(7, '0')}`,
  imdbLink: (film: MadeFilm) => `https://www.imdb.com/title/tt${String(film.imdb).padStart(7, '0')}/`,
  plot: (film: MadeFilm) => film.plot,
  tagline: (film: MadeFilm) => `${film.plot.split(',')[0]}.`,
  poster: (film: MadeFilm) => `https://images.example.org/p/${film.imdb}.jpg`,
  row: (film: MadeFilm) => film.n,
  rank: (film: MadeFilm) => film.n + 1,
} as const
