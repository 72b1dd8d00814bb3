import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const SOURCE = join(import.meta.dirname, '../../node_modules/vega-datasets/data/movies.json')

interface VegaMovie {
  Title: string | number | null
  'US Gross': number | null
  'Release Date': string
  'MPAA Rating': string | null
  'Running Time min': number | null
  Distributor: string | null
  'Major Genre': string | null
  'Creative Type': string | null
  Director: string | null
  'Rotten Tomatoes Rating': number | null
  'IMDB Rating': number | null
  'IMDB Votes': number | null
}

/** A film of the data set, its known slips corrected (resources/demo/README.md lists them). */
export interface DemoFilm {
  /** Its place in the data set, from 1. */
  number: number
  title: string
  released: { year: number; month: number; day: number }
  rated: string | null
  genres: string[]
  director: string | null
  distributor: string | null
  runtimeMinutes: number | null
  /** US dollars, in the United States. */
  grossUsd: number | null
  tomatoMeter: number | null
  imdbRating: number | null
  imdbVotes: number | null
}

export async function readDemoFilms(): Promise<DemoFilm[]> {
  const movies: VegaMovie[] = JSON.parse(await readFile(SOURCE, 'utf8'))
  return movies.map((movie, index) => ({
    number: index + 1,
    title: title(movie.Title),
    released: releaseDate(movie['Release Date']),
    rated: movie['MPAA Rating'],
    genres: genres(movie),
    director: movie.Director?.replaceAll('""', '"') ?? null,
    distributor: movie.Distributor,
    runtimeMinutes: movie['Running Time min'],
    // A gross of 0 stands for one that nobody reported.
    grossUsd: movie['US Gross'] || null,
    tomatoMeter: movie['Rotten Tomatoes Rating'],
    imdbRating: movie['IMDB Rating'],
    imdbVotes: movie['IMDB Votes'],
  }))
}

/** The one film without a title is "Unknown" (2006), whose title was once taken for a missing value. */
const LOST_TITLE = 'Unknown'

function title(value: string | number | null): string {
  return value === null ? LOST_TITLE : fromMacRoman(String(value)).replace(/\s+/g, ' ').trim()
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
/** The data set was made in 2010, its latest announced film is of 2011. Years were once written with two
 * digits, and anything later is a century too late: Modern Times is of 1936, not of 2036. */
const LATEST_YEAR = 2011

function releaseDate(value: string): DemoFilm['released'] {
  const [, name = '', day, year] = /^([A-Z][a-z]{2}) (\d{2}) (\d{4})$/.exec(value) ?? []
  const month = MONTHS.indexOf(name) + 1
  if (month === 0) throw new Error(`Not a release date: ${value}`)
  return { year: Number(year) - (Number(year) > LATEST_YEAR ? 100 : 0), month, day: Number(day) }
}

/** Creative types that are genres as well; the others (Contemporary Fiction…) are not. */
const GENRE_OF_TYPE: Record<string, string> = {
  'Science Fiction': 'Science Fiction',
  Fantasy: 'Fantasy',
  'Super Hero': 'Super Hero',
}

function genres(movie: VegaMovie): string[] {
  const second = GENRE_OF_TYPE[movie['Creative Type'] ?? '']
  return [movie['Major Genre'], second].filter((genre) => genre != null)
}

const MAC_ROMAN = new Map(
  Array.from({ length: 128 }, (_, index) => index + 128).map((byte) => [
    new TextDecoder('macintosh').decode(new Uint8Array([byte])),
    byte,
  ]),
)

/** Titles were once read as Mac Roman though written in Windows-1252: LÈon is Léon. A title with a
 * character that Mac Roman lacks was not. */
function fromMacRoman(text: string): string {
  const bytes = [...text].map((character) =>
    character <= '\u007f' ? character.charCodeAt(0) : MAC_ROMAN.get(character),
  )
  return bytes.every((byte) => byte !== undefined)
    ? new TextDecoder('windows-1252').decode(new Uint8Array(bytes))
    : text
}
